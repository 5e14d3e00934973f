// Telex and VNI keystrokes that were left as they are: the same as query/telex.py.
const VNI = /^(?=[a-z1-9]*[aeiouy])[a-z]+[1-9][a-z1-9]*$/;
const TELEX = /^[a-z]{2,}$/;
const [VOWELS, MARKED] = ["aeiouy", "âêôăơư"];
const TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const DIGIT_KEYS = { 1: "s", 2: "f", 3: "r", 4: "x", 5: "j", 7: "w", 8: "w", 9: "d" };
const CIRCUMFLEX = { a: "â", e: "ê", o: "ô" };
const HORN = { a: "ă", o: "ơ", u: "ư" };

/** Whether a chunk in small letters may be VNI keystrokes. */
export const isVni = (chunk) => VNI.test(chunk);

/** The syllable that the keystrokes stand for; nothing where they stand for none. */
export function decode(chunk) {
  const keys = isVni(chunk) ? asTelex(chunk) : chunk;
  if (!TELEX.test(keys)) return "";
  const [rest, tone] = takeTone(keys);
  const letters = mark(takeStroke(rest));
  if (letters === chunk && !tone) return "";
  return tone ? putTone(letters, tone) : letters;
}

function asTelex(chunk) {
  let keys = "";
  for (const char of chunk) {
    if (char === "6") keys += [...keys].filter((key) => key in CIRCUMFLEX).pop() ?? "";
    else keys += DIGIT_KEYS[char] ?? char;
  }
  return keys;
}

function takeTone(keys) {
  const hasVowel = (end) => [...keys.slice(0, end)].some((key) => VOWELS.includes(key));
  for (let place = keys.length - 1; place > 0; place -= 1) {
    const tone = TONES[keys[place]];
    if (tone && hasVowel(place)) return [keys.slice(0, place) + keys.slice(place + 1), tone];
  }
  return [keys, ""];
}

function takeStroke(keys) {
  return keys[0] === "d" && keys.indexOf("d", 1) > 0 ? `đ${keys.slice(1).replace("d", "")}` : keys;
}

function mark(keys) {
  let letters = keys.replace(/([aeo])(.*?)\1/, (_, vowel, rest) => CIRCUMFLEX[vowel] + rest);
  for (let place = letters.indexOf("w", 1); place > 0; place = letters.indexOf("w", 1)) {
    const [before, after] = [letters.slice(0, place), letters.slice(place + 1)];
    let marked = before.replace(/uo(?=[^aeiouy]*$)/, "ươ");
    if (marked === before) marked = before.replace(/([aou])(?=[^aou]*$)/, (v) => HORN[v]);
    if (marked === before) return letters;
    letters = marked + after;
  }
  return letters;
}

function putTone(letters, tone) {
  const place = tonePlace(letters);
  if (place < 0) return "";
  return (letters.slice(0, place + 1) + tone + letters.slice(place + 1)).normalize("NFC");
}

function tonePlace(letters) {
  let places = [...letters].map((_, place) => place).filter((place) => (VOWELS + MARKED).includes(letters[place]));
  if (places.length > 1 && /^(qu|gi)/.test(letters)) places = places.slice(1);
  const marked = places.filter((place) => MARKED.includes(letters[place]));
  if (marked.length) return marked[marked.length - 1];
  if (!places.length) return -1;
  const isClosed = places[places.length - 1] < letters.length - 1;
  return places.length > 1 && (isClosed || places.length > 2) ? places[1] : places[0];
}
