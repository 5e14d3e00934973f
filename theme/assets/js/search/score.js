// How well each article matches a query: "Ranking" in hooks/bantin/search/FORMAT.md. Whole numbers
// only, so that Python works out the same.
import { raise } from "./docsets.js";
import { hasDiacritics, isNumber } from "./parse.js";
import { OTHER_NAME } from "./reader.js";
import { hasPair, stopWordsFor } from "./resolve.js";
import { isSyllable } from "./syllables.js";
import { yearFactors } from "./years.js";
/** @import { Token } from "../normalise.js" */
/** @import { Posting } from "./codec.js" */
/** @import { Query } from "./parse.js" */
/** @import { IndexReader, Term } from "./reader.js" */
/** @import { Candidate, ResolvedQuery } from "./resolve.js" */

const IDF_STEPS = 16;
const COMMON_SHARE = 3;
const { floor } = Math;

/**
 * A whole number that grows as a term is rarer (inverse document frequency).
 *
 * @param {number} size how many articles there are
 * @param {number} count how many have the term
 */
const idf = (size, count) => floor(IDF_STEPS * Math.log2(1 + size / Math.max(1, count)) + 0.5);

/**
 * A part of the query for which articles get points: a pair, a word or a joined form.
 *
 * @typedef {object} Clause
 * @property {Candidate[]} candidates of which the best one counts
 * @property {Token[]} typed
 * @property {number} weight of the points
 * @property {number} from position of the first word that it covers
 * @property {number} length how many words it covers
 * @property {number} coverage how far it covers them, in per cent
 */

/**
 * @typedef {object} Scores
 * @property {Float64Array} score by article
 * @property {Float64Array} share of the query that an article has, in thousandths
 * @property {Uint8Array} byOtherName 1 where some word is only in another name of a record
 * @property {boolean} isAnswer whether the index knows enough of the query
 */

/** Scores the articles of an index for one query. */
export class Scorer {
  /**
   * @param {IndexReader} index
   * @param {Query} query
   * @param {ResolvedQuery} resolved
   */
  constructor(index, query, resolved) {
    this.index = index;
    this.query = query;
    this.resolved = resolved;
    this.size = index.size;
    this.scoring = index.manifest.scoring;
    this.stopWords = stopWordsFor(index.manifest, query);
    this.score = new Float64Array(this.size);
    // For each word and article, how well the article has the word, in per cent: in any source,
    // and in all but other names.
    this.cover = query.words.map(() => new Uint8Array(this.size));
    this.direct = query.words.map(() => new Uint8Array(this.size));
    /** @type {Map<Term, Posting[]>} */
    this.postings = new Map();
  }

  /** @returns {Promise<Scores>} */
  async scores() {
    const clauses = await this.clauses();
    const terms = clauses.flatMap(({ candidates }) => candidates.flatMap((candidate) => candidate.terms));
    const all = [...new Set([...terms, ...this.uncounted()])];
    await Promise.all(all.map(async (term) => this.postings.set(term, await this.index.postings(term))));
    for (const clause of clauses) this.add(clause);
    return this.total(await yearFactors(this.index, this.query));
  }

  /** Terms of words that do not say how many articles they have: their lists are counted. */
  uncounted() {
    return this.resolved.words.flat().flatMap(({ terms }) => terms).filter((term) => term.file < 0);
  }

  /** @returns {Promise<Clause[]>} */
  async clauses() {
    const { words } = this.query;
    const pairs = words.slice(1).map((word, at) => this.pairClause([words[at], word], at));
    const singles = words.map((word, at) => this.wordClause(word, at));
    return [...pairs, ...singles, ...await this.joinedFormClauses()];
  }

  /**
   * @param {Token[]} typed
   * @param {number} from
   * @returns {Clause}
   */
  pairClause(typed, from) {
    const weight = floor((this.scoring.pair * Math.min(...typed.map((word) => this.weight(word)))) / 100);
    return { candidates: this.resolved.pairs[from], typed, weight, from, length: 2, coverage: 100 };
  }

  /**
   * @param {Token} word
   * @param {number} from
   * @returns {Clause}
   */
  wordClause(word, from) {
    // A syllable that goes with a neighbour says little away from it.
    const isAlone = isNumber(word.folded) || !hasPair(this.resolved, from);
    return {
      candidates: this.resolved.words[from].filter((candidate) => isAlone || !this.isCommon(candidate)),
      typed: [word],
      weight: floor((this.scoring.single * this.weight(word)) / 100),
      from,
      length: 1,
      coverage: isAlone ? 100 : this.scoring.scattered,
    };
  }

  /** @returns {Promise<Clause[]>} */
  joinedFormClauses() {
    const { words, joinedForms } = this.query;
    return Promise.all(joinedForms.map(async (form) => {
      const terms = await this.index.wordTerms(form.folded);
      return {
        candidates: terms.length ? [{ folded: [form.folded], terms, percent: 100 }] : [],
        typed: [form],
        weight: this.scoring.joined,
        from: form.position,
        length: Math.min(form.length, words.length - form.position),
        coverage: 100,
      };
    }));
  }

  /**
   * Gives every article the points of the best candidate that it has.
   *
   * @param {Clause} clause
   */
  add(clause) {
    const best = new Float64Array(this.size);
    for (const candidate of clause.candidates) {
      const rarity = this.rarity(candidate);
      for (const term of candidate.terms) {
        const credit = this.credit(candidate, term, clause.typed);
        for (const posting of this.postingsOf(term)) this.addPosting(clause, posting, rarity, credit, best);
      }
    }
    for (let doc = 0; doc < this.size; doc += 1) this.score[doc] += best[doc];
  }

  /**
   * @param {Clause} clause
   * @param {Posting} posting
   * @param {number} rarity
   * @param {number} credit
   * @param {Float64Array} best points for the clause by article, raised here
   */
  addPosting({ weight, from, length, coverage }, { source, level, docs }, rarity, credit, best) {
    const isOther = source === OTHER_NAME;
    const share = isOther ? this.scoring.other : 100;
    raise(best, docs, floor((level * rarity * weight * credit * share) / 10000));
    const presence = isOther ? this.scoring.other_cover : 100;
    const covered = floor((credit * coverage * presence) / 10000);
    for (const cover of this.cover.slice(from, from + length)) raise(cover, docs, covered);
    if (isOther) return;
    for (const direct of this.direct.slice(from, from + length)) raise(direct, docs, covered);
  }

  /**
   * What a match is worth in per cent: less where corrected, or where diacritics differ.
   *
   * @param {Candidate} candidate
   * @param {Term} term
   * @param {Token[]} typed
   */
  credit(candidate, term, typed) {
    if (candidate.percent < 100) return candidate.percent;
    return Math.min(...typed.map((word, at) => this.similarity(word, term.words[at])));
  }

  /**
   * @param {Token} typed
   * @param {string} spelling
   */
  similarity(typed, spelling) {
    if (typed.exact === spelling) return this.scoring.exact;
    if (isNumber(typed.folded)) return this.scoring.digits;
    if (hasDiacritics(typed)) return this.scoring.marked;
    return this.query.hasDiacritics ? this.scoring.unmarked : this.scoring.plain;
  }

  /** @param {Candidate} candidate */
  rarity({ terms }) {
    const counts = terms.map((term) => term.count || this.count(term));
    return idf(this.size, Math.min(this.size, sum(counts)));
  }

  /** @param {Term} term */
  count(term) {
    return sum(this.postingsOf(term).map(({ docs }) => docs.length));
  }

  /** @param {Term} term */
  postingsOf(term) {
    return /** @type {Posting[]} */ (this.postings.get(term));
  }

  /** @param {Token} word */
  weight(word) {
    return this.stopWords.has(word.exact) ? this.scoring.stop : 100;
  }

  /** @param {Candidate} candidate */
  isCommon({ terms }) {
    return sum(terms.map((term) => term.count)) * COMMON_SHARE > this.size;
  }

  /**
   * @param {Uint8Array | null} factors
   * @returns {Scores}
   */
  total(factors) {
    const weights = this.query.words.map((word, at) =>
      this.weight(word) * Math.max(0, ...this.resolved.words[at].map((candidate) => this.rarity(candidate))));
    const whole = Math.max(1, sum(weights));
    const share = new Float64Array(this.size);
    const byOtherName = new Uint8Array(this.size);
    for (const [at, weight] of weights.entries()) {
      if (weight) this.addShare(at, weight, share, byOtherName);
    }
    for (let doc = 0; doc < this.size; doc += 1) share[doc] = floor((share[doc] * 10) / whole);
    for (let time = 0; time < this.scoring.power; time += 1) {
      for (let doc = 0; doc < this.size; doc += 1) this.score[doc] = floor((this.score[doc] * share[doc]) / 1000);
    }
    if (factors) this.score = this.score.map((score, doc) => floor((score * factors[doc]) / 100));
    return { score: this.score, share, byOtherName, isAnswer: this.isAnswer() };
  }

  /**
   * Whether the words that the index knows are enough of the query. An absent word weighs as if one
   * article had it; half of that where it is no syllable, as it may be a slip in a word of the archive.
   */
  isAnswer() {
    const absent = new Set(this.resolved.absent.flat());
    let [missing, known] = [0, 0];
    for (const [at, word] of this.query.words.entries()) {
      if (absent.has(at)) {
        const share = isSyllable(this.index.manifest, word.exact) ? 1 : 2;
        missing += floor((this.weight(word) * idf(this.size, 1)) / share);
      } else known += this.weight(word) * this.mostTelling(at);
    }
    return !absent.size || known * 100 >= (known + missing) * this.scoring.known;
  }

  /**
   * The rarity of a word, or of a pair with a neighbour if that is rarer. A pair with a stop word is
   * rare by accident: it tells nothing.
   *
   * @param {number} at
   */
  mostTelling(at) {
    const { words, pairs } = this.resolved;
    const isTelling = (/** @type {number} */ one) => this.query.words.slice(one, one + 2)
      .every((word) => !this.stopWords.has(word.exact));
    const telling = [at - 1, at].filter((one) => one >= 0 && one < pairs.length && isTelling(one));
    const candidates = [...words[at], ...telling.flatMap((one) => pairs[one])];
    return Math.max(0, ...candidates.map((candidate) => this.rarity(candidate)));
  }

  /**
   * Adds what articles have of one word, and notes which have less of it without other names.
   *
   * @param {number} at
   * @param {number} weight
   * @param {Float64Array} share
   * @param {Uint8Array} byOtherName
   */
  addShare(at, weight, share, byOtherName) {
    const [cover, direct] = [this.cover[at], this.direct[at]];
    for (let doc = 0; doc < this.size; doc += 1) {
      if (!cover[doc]) continue;
      share[doc] += weight * cover[doc];
      if (cover[doc] > direct[doc]) byOtherName[doc] = 1;
    }
  }
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
