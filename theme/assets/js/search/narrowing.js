// What results are narrowed to: values of facets, and years.
import { countMembers, docSet, intersection } from "./docsets.js";
import { COVERED } from "./years.js";
/** @import { Facet, IndexReader } from "./reader.js" */

const YEAR = "nam";

/**
 * What results are narrowed to. Years are included; 0 is none. An article is of a year where its
 * conference was held then or looks back on it.
 *
 * @typedef {object} Filters
 * @property {Record<string, string[]>} [chosen] by facet, ids of which an article has any
 * @property {number} [from]
 * @property {number} [to]
 * @property {boolean} [isUndated] with years: articles of unknown years too; else these alone
 */

/** @typedef {{ id: string, name: string, count: number }} FacetCount */

/** The articles that filters allow, by facet and for the years. */
export class Narrowing {
  /**
   * @param {IndexReader} index
   * @param {Map<string, Uint8Array>} allowed
   * @param {number[]} undated articles of unknown years
   */
  constructor(index, allowed, undated) {
    this.index = index;
    this.sets = allowed;
    this.undated = undated;
  }

  /**
   * @param {IndexReader} index
   * @param {Filters} filters
   */
  static async of(index, { chosen = {}, from = 0, to = 0, isUndated = false }) {
    const narrowed = Object.entries(chosen).filter(([, ids]) => ids.length);
    const [undated, ...sets] = await Promise.all([undatedDocs(index, from || to), ...narrowed.map(async ([key, ids]) => {
      const values = await index.facet(key);
      return docSet(index.size, ids.map((id) => values.get(id)?.docs ?? []));
    })]);
    const allowed = new Map(narrowed.map(([key], at) => [key, sets[at]]));
    if (from || to || isUndated) {
      const lists = from || to ? await docsInYears(index, from, to) : [];
      allowed.set(YEAR, docSet(index.size, isUndated ? [...lists, undated] : lists));
    }
    return new Narrowing(index, allowed, undated);
  }

  /**
   * What of some articles all filters allow.
   *
   * @param {Uint8Array} matching
   */
  narrow(matching) {
    return intersection(this.index.size, [matching, ...this.sets.values()]);
  }

  /**
   * How many articles of unknown years match, or would if these were allowed.
   *
   * @param {Uint8Array} matching
   */
  countUndated(matching) {
    return countMembers(this.beside(YEAR, matching), this.undated);
  }

  /**
   * For each value of a facet how many results there would be if only it were chosen there.
   *
   * @param {string} key
   * @param {Facet} values
   * @param {Uint8Array} matching
   * @returns {FacetCount[]}
   */
  count(key, values, matching) {
    const shown = this.beside(key, matching);
    return Array.from(values, ([id, { name, docs }]) => ({ id, name, count: countMembers(shown, docs) }));
  }

  /**
   * @param {string} key of a facet that does not narrow
   * @param {Uint8Array} matching
   */
  beside(key, matching) {
    const others = [...this.sets].filter(([other]) => other !== key).map(([, set]) => set);
    return intersection(this.index.size, [matching, ...others]);
  }
}

/**
 * @param {IndexReader} index
 * @param {number} from
 * @param {number} to
 */
async function docsInYears(index, from, to) {
  /** @param {number} year */
  const isWithin = (year) => year > 0 && year >= from && (!to || year <= to);
  const held = heldIn(index).filter(({ year }) => isWithin(year)).map(({ docs }) => docs);
  const covered = [...await index.facet(COVERED)].filter(([id]) => isWithin(Number.parseInt(id, 10)));
  return [...held, ...covered.map(([, { docs }]) => [...docs])];
}

/**
 * The articles of unknown years. What is known to look back on some year belongs to that one, where
 * results are narrowed to years.
 *
 * @param {IndexReader} index
 * @param {number} isNarrowed
 */
async function undatedDocs(index, isNarrowed) {
  const unknown = heldIn(index).find(({ year }) => !year)?.docs ?? [];
  if (!isNarrowed) return unknown;
  const known = new Set([...(await index.facet(COVERED)).values()].flatMap(({ docs }) => [...docs]));
  return unknown.filter((doc) => !known.has(doc));
}

/**
 * The articles of the conferences of each year; 0 is an unknown one.
 *
 * @param {IndexReader} index
 */
function heldIn({ manifest }) {
  let end = 0;
  return manifest.years.map(([year, count]) => {
    const start = end;
    end += count;
    return { year, docs: Array.from({ length: count }, (_, at) => start + at) };
  });
}
