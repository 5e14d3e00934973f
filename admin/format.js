// Articles and registries as the browser editor sees them, and back into files in the house form.
"use strict";

// Read by sveltia-cms.js, which is loaded after this file.
window.CMS_MANUAL_INIT = true;

window.bantin = (() => {
  // Every value stays the text the editor wrote: dates, 06 and "no" included.
  const YAML = { schema: jsyaml.FAILSAFE_SCHEMA, lineWidth: -1, noRefs: true };
  const PARTS = /^\uFEFF?---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/;
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const YEAR = /^\d{4}$/;
  const LIST = /^\s*(?:[-+*]|\d+[.)])\s/m;
  const MARK = /^[-+*]\s+/;
  const PHOTOS = "/anh/";
  const UNKNOWN_YEAR = "chua-ro-nam";

  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const rows = (map = {}) => Object.entries(map).map(([field, value]) => row(field, value));
  const row = (field, value) => ({ field, ...(isRecord(value) ? value : { value }) });
  const split = (values = [], isOwn) => [values.filter((v) => !isOwn(v)), values.filter(isOwn)];

  const located = (photo) => (photo.src ? { ...photo, src: PHOTOS + photo.src } : photo);
  const unrow = (list = [], valueOf) =>
    Object.fromEntries(list.map((one) => [one.field, valueOf(one)]));

  // Front matter → what the fields of the editor hold.
  function toFields(front) {
    const { conference, agencies, documents, photos, source, ...others } = front;
    const { inferred, to_confirm, ...rest } = others;
    // What is absent must not take the defaults of a new article.
    const fields = { date: "", status: "published", ...rest };
    if (conference) {
      const [signs, plans] = split(conference.signs, (text) => YEAR.test(text));
      fields.conference = { ...conference, signs, plans };
    }
    if (agencies) fields.agencies = agencies.map((one) => (isRecord(one) ? one : { id: one }));
    if (documents) [fields.documents, fields.numbers] = split(documents, (text) => !ID.test(text));
    if (photos) fields.photos = photos.map(located);
    if (source) fields.source = { ...source, verbatim: source.verbatim === "true" };
    if (inferred) fields.inferred = rows(inferred);
    if (to_confirm) fields.to_confirm = rows(to_confirm);
    return fields;
  }

  // What the fields hold → front matter.
  function fromFields(fields) {
    const { conference, agencies, documents, numbers, photos, ...others } = fields;
    const { inferred, to_confirm, ...rest } = others;
    const front = { ...rest };
    if (conference) {
      const { signs, plans, ...meeting } = conference;
      front.conference = { ...meeting, signs: [...(signs ?? []), ...(plans ?? [])] };
    }
    front.agencies = agencies?.map((one) => (one.id && !one.name ? one.id : one));
    front.documents = [...(documents ?? []), ...(numbers ?? [])];
    front.photos = photos?.map((one) =>
      one.src?.startsWith(PHOTOS) ? { ...one, src: one.src.slice(PHOTOS.length) } : one,
    );
    front.inferred = unrow(inferred, ({ value }) => value);
    front.to_confirm = unrow(to_confirm, ({ field, ...rest }) => rest);
    return front;
  }

  // Nothing, "", false and what holds only these is left out; every other value becomes text.
  function tidy(value) {
    if (Array.isArray(value)) return orNone(value.map(tidy).filter((one) => one !== undefined));
    if (isRecord(value)) {
      const kept = Object.entries(value).map(([key, one]) => [key, tidy(one)]);
      return orNone(Object.fromEntries(kept.filter(([, one]) => one !== undefined)));
    }
    if (value === null || value === undefined || value === false) return undefined;
    return String(value).normalize("NFC").trim() || undefined;
  }

  const orNone = (value) => (Object.keys(value).length ? value : undefined);

  function inOrder(front, order) {
    const known = order.filter((key) => key in front);
    const others = Object.keys(front).filter((key) => !order.includes(key));
    return Object.fromEntries([...known, ...others].map((key) => [key, front[key]]));
  }

  // Lists of texts stand in one line, lists of records one below the other.
  const write = (front) => Object.entries(front).map(([key, value]) => line(key, value)).join("");

  function line(key, value) {
    if (isRecord(value)) return `${key}:\n${indent(write(value))}`;
    if (!Array.isArray(value)) return jsyaml.dump({ [key]: value }, YAML);
    if (value.some(isRecord)) return `${key}:\n${indent(value.map(item).join(""))}`;
    return `${key}: ${jsyaml.dump(value, { ...YAML, flowLevel: 0 })}`;
  }

  const item = (value) =>
    isRecord(value) ? `- ${indent(write(value)).trimStart()}` : jsyaml.dump([value], YAML);
  const indent = (text) => text.replace(/^(?=.)/gm, "  ");

  function read(text) {
    const parts = PARTS.exec(text);
    if (!parts) throw new Error("Bài thiếu phần đầu nằm giữa hai dòng ---");
    const front = jsyaml.load(parts[1], YAML);
    if (!isRecord(front)) throw new Error("Phần đầu bài phải gồm các dòng «tên trường: giá trị»");
    const body = (parts[2] ?? "").trim();
    return { ...toFields(front), body, original: body };
  }

  // The rich editor writes every block anew; one that says the same stays as it was.
  function restored(body, original) {
    const known = new Map();
    for (const block of blocks(original)) {
      // It knows no alignment of columns.
      if (block.startsWith("|")) known.set(plain(block).replace(/:?--:?/g, "--"), block);
      known.set(plain(block), block);
    }
    return blocks(body).map((block) => known.get(plain(block)) ?? block).join("\n\n");
  }

  const blocks = (text) => text.trim().split(/\n{2,}/);

  // What a block says, however it is written; the levels of a list are part of that.
  function plain(block) {
    const text = block.replace(/\\(?=[^\w\s])/g, "").replace(/[*_]/g, "*");
    if (text.startsWith("|")) return text.replace(/-{2,}/g, "--").replace(/[ \t]*\|[ \t]*/g, "|");
    if (!LIST.test(text)) return text.replace(/\s+/g, " ");
    const lines = text.split("\n").map((one) => [one.search(/\S/), one.trim().replace(MARK, "- ")]);
    const depths = [...new Set(lines.map(([depth]) => depth))].sort((a, b) => a - b);
    return lines.map(([depth, words]) => `${depths.indexOf(depth)} ${words}`).join("\n");
  }

  function save({ body, original, ...fields }, order) {
    const front = tidy(inOrder(fromFields(fields), order)) ?? {};
    const text = restored(body ?? "", original ?? "").normalize("NFC").trim();
    return `---\n${write(front)}---\n${text ? `\n${text}\n` : ""}`;
  }

  // The year of the conference, else of publication.
  function folder(values) {
    const date = String(values["conference.date"] || values.date || "");
    return /^\d{4}/.exec(date)?.[0] ?? UNKNOWN_YEAR;
  }

  const KINDS = {
    tinh: "tỉnh",
    huyen: "huyện",
    quan: "quận",
    "thi-xa": "thị xã",
    "thanh-pho": "thành phố",
    "thi-tran": "thị trấn",
  };

  function life({ valid_from, valid_to, succeeded_by }) {
    if (valid_to) return ` (đến ${valid_to})`;
    if (succeeded_by?.length) return " (đã có cơ quan, đơn vị kế tục)";
    return valid_from ? ` (từ ${valid_from})` : "";
  }

  function name(record) {
    if (record.number) return `${record.type} số ${record.number}`;
    if (record.name) return [KINDS[record.type], record.name].filter(Boolean).join(" ");
    return [record.type, record.title].filter(Boolean).join(" ");
  }

  const fold = (text) =>
    text.normalize("NFD").replace(/\p{Diacritic}/gu, "").replace(/[đð]/giu, "d");

  // A record as a choice: what is shown, and every form under which it is looked for.
  function choice(record) {
    const label = name(record) + life(record);
    const terms = ["short", "code", "title", "period", "term"].map((key) => record[key]);
    const all = [label, record.id, ...terms, ...(record.aliases ?? []), ...(record.variants ?? [])];
    const text = all.filter(Boolean).join(" · ");
    return { id: record.id, label, search: `${text} · ${fold(text)}` };
  }

  const readRegistry = (text) => ({ records: (jsyaml.load(text, YAML) ?? []).map(choice) });

  return { choice, folder, read, readRegistry, save };
})();
