// How well each article answers, in whole numbers only: the same as query/score.py.
import { hasMarks, isDigits } from "./parse.js";
import { OTHER } from "./reader.js";
import { hasPair, stopWords } from "./slots.js";

const IDF_STEPS = 16;
const COMMON_SHARE = 3;
const floor = Math.floor;

const rarity = (size, count) => floor(IDF_STEPS * Math.log2(1 + size / Math.max(1, count)) + 0.5);

/** Scores the articles of an index for one query. */
export class Scorer {
  constructor(reader, query, slots) {
    Object.assign(this, { reader, query, slots, size: reader.size });
    this.scoring = reader.manifest.scoring;
    this.stop = stopWords(reader, query);
    this.score = new Float64Array(this.size);
    this.cover = query.words.map(() => new Uint8Array(this.size));
    this.direct = query.words.map(() => new Uint8Array(this.size));
    this.lists = new Map();
  }

  /** By article: score, share of the query in thousandths, and whether met by another name only. */
  async scores() {
    const steps = await this.steps();
    const terms = steps.flatMap((step) => step.options.flatMap((option) => option.terms));
    const all = [...new Set([...terms, ...this.inline()])];
    await Promise.all(all.map(async (term) => this.lists.set(term, await this.reader.groups(term))));
    for (const step of steps) this.add(step);
    return this.total();
  }

  /** Terms whose lists are at hand, for how many articles they name. */
  inline() {
    return this.slots.singles.flat().flatMap((option) => option.terms).filter((term) => term.number < 0);
  }

  async steps() {
    const { words, joined } = this.query;
    const { pair, single, scattered, joined: strong } = this.scoring;
    const steps = words.slice(1).map((word, at) => {
      const both = [words[at], word];
      const weight = floor((pair * Math.min(...both.map((one) => this.weight(one)))) / 100);
      return { options: this.slots.pairs[at], typed: both, weight, from: at, length: 2, worth: 100 };
    });
    for (const [at, word] of words.entries()) {
      const isAlone = isDigits(word.folded) || !hasPair(this.slots, at);
      const options = this.slots.singles[at].filter((option) => isAlone || !this.isCommon(option));
      const weight = floor((single * this.weight(word)) / 100);
      const worth = isAlone ? 100 : scattered;
      steps.push({ options, typed: [word], weight, from: at, length: 1, worth });
    }
    for (const form of joined) {
      const terms = await this.reader.terms(form.folded);
      const options = terms.length ? [{ folded: [form.folded], terms, worth: 100 }] : [];
      const length = Math.min(form.length, words.length - form.position);
      steps.push({ options, typed: [form], weight: strong, from: form.position, length, worth: 100 });
    }
    return steps;
  }

  /** Adds the best of several options to every article that has one. */
  add({ options, typed, weight, from, length, worth }) {
    const best = new Float64Array(this.size);
    const covers = this.cover.slice(from, from + length);
    const directs = this.direct.slice(from, from + length);
    for (const option of options) {
      const rare = this.rarity(option);
      for (const term of option.terms) {
        const credit = this.credit(option, term, typed);
        for (const { source, level, docs } of this.lists.get(term)) {
          const isOther = source === OTHER;
          const share = isOther ? this.scoring.other : 100;
          const value = floor((level * rare * weight * credit * share) / 10000);
          const presence = isOther ? this.scoring.other_cover : 100;
          const part = floor((credit * worth * presence) / 10000);
          raise(best, docs, value);
          for (const cover of covers) raise(cover, docs, part);
          if (!isOther) for (const direct of directs) raise(direct, docs, part);
        }
      }
    }
    for (let doc = 0; doc < this.size; doc += 1) this.score[doc] += best[doc];
  }

  credit(option, term, typed) {
    if (option.worth < 100) return option.worth;
    return Math.min(...typed.map((word, at) => this.likeness(word, term.words[at])));
  }

  likeness(typed, written) {
    if (typed.exact === written) return this.scoring.exact;
    if (isDigits(typed.folded)) return this.scoring.digits;
    if (hasMarks(typed)) return this.scoring.marked;
    return this.query.isMarked ? this.scoring.unmarked : this.scoring.plain;
  }

  rarity(option) {
    const counts = option.terms.map((term) => term.count || this.count(term));
    return rarity(this.size, Math.min(this.size, counts.reduce((sum, count) => sum + count, 0)));
  }

  count(term) {
    return this.lists.get(term).reduce((sum, group) => sum + group.docs.length, 0);
  }

  weight(word) {
    return this.stop.has(word.exact) ? this.scoring.stop : 100;
  }

  isCommon(option) {
    const count = option.terms.reduce((sum, term) => sum + term.count, 0);
    return count * COMMON_SHARE > this.size;
  }

  total() {
    const weights = this.query.words.map((word, at) =>
      this.weight(word) * Math.max(0, ...this.slots.singles[at].map((option) => this.rarity(option))));
    const whole = Math.max(1, weights.reduce((sum, weight) => sum + weight, 0));
    const share = new Float64Array(this.size);
    const byName = new Uint8Array(this.size);
    for (const [at, weight] of weights.entries()) {
      if (weight) this.weigh(at, weight, share, byName);
    }
    for (let doc = 0; doc < this.size; doc += 1) share[doc] = floor((share[doc] * 10) / whole);
    for (let time = 0; time < this.scoring.power; time += 1) {
      for (let doc = 0; doc < this.size; doc += 1) this.score[doc] = floor((this.score[doc] * share[doc]) / 1000);
    }
    return { score: this.score, share, byName };
  }
  /** Adds what an article has of one word, and notes where its own words have less of it. */
  weigh(at, weight, share, byName) {
    const [cover, direct] = [this.cover[at], this.direct[at]];
    for (let doc = 0; doc < this.size; doc += 1) {
      if (!cover[doc]) continue;
      share[doc] += weight * cover[doc];
      if (cover[doc] > direct[doc]) byName[doc] = 1;
    }
  }
}

function raise(values, docs, least) {
  for (let at = 0; at < docs.length; at += 1) if (values[docs[at]] < least) values[docs[at]] = least;
}
