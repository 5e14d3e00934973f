// Articles and registries as the browser editor sees them, and articles back into files as the
// rules of the archive want them (hooks/bantin/editing writes the same form).
window.CMS_MANUAL_INIT = true;

window.bantinEditor = (() => {
  "use strict";

  // Every value stays the text that the editor wrote: dates, 06 and "no" included.
  const YAML = { schema: jsyaml.FAILSAFE_SCHEMA, lineWidth: -1, noRefs: true };
  const FILE = /^\uFEFF?---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/;
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const YEAR = /^\d{4}$/;
  const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
  const LIST_ITEM = /^\s*(?:[-+*]|\d+[.)])\s/m;
  const BULLET = /^[-+*]\s+/;
  const PHOTOS = "/anh/";
  const UNKNOWN_YEAR = "chua-ro-nam";

  /**
   * @param {unknown} value
   * @returns {value is Record<string, unknown>}
   */
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /**
   * The entries of a map as rows of a list, which the editor can show.
   *
   * @param {YamlRecord} map
   */
  const toRows = (map) => Object.entries(map).map(([field, value]) =>
    ({ field, ...(isRecord(value) ? value : { value }) }));

  /**
   * The values that do not pass a test, and those that do.
   *
   * @param {string[]} values
   * @param {(value: string) => boolean} test
   */
  const divide = (values, test) => [values.filter((value) => !test(value)), values.filter(test)];

  /**
   * Agencies as records: an id may stand alone.
   *
   * @typedef {string | YamlRecord} Named
   * @param {Named[]} agencies
   */
  const toParties = (agencies) => agencies.map((one) => (isRecord(one) ? one : { id: one }));

  /**
   * The reverse of `toParties`.
   *
   * @param {Party[] | undefined} parties
   */
  const toNamed = (parties) => parties?.map((one) => (one.id && !one.name ? one.id : one));

  /**
   * Front matter as the fields of the editor hold it: what has two meanings in one list is divided.
   *
   * @param {YamlRecord} front
   * @returns {EditorFields}
   */
  function toFields({ conference, agencies, tasks, documents, photos, source, inferred, to_confirm, ...rest }) {
    // What is absent must not take the defaults of a new article.
    /** @type {EditorFields} */
    const fields = { date: "", status: "published", ...rest };
    if (conference) {
      const meeting = /** @type {{ signs?: string[] }} */ (conference);
      const [signs, plans] = divide(meeting.signs ?? [], (text) => YEAR.test(text));
      fields.conference = { ...meeting, signs, plans };
    }
    if (agencies) fields.agencies = toParties(/** @type {Named[]} */ (agencies));
    if (tasks) {
      fields.tasks = /** @type {{ owners?: Named[] }[]} */ (tasks)
        .map((task) => (task.owners ? { ...task, owners: toParties(task.owners) } : task));
    }
    if (documents) {
      [fields.documents, fields.numbers] =
        divide(/** @type {string[]} */ (documents), (text) => !ID.test(text));
    }
    if (photos) {
      fields.photos = /** @type {{ src?: string }[]} */ (photos)
        .map((photo) => (photo.src ? { ...photo, src: PHOTOS + photo.src } : photo));
    }
    if (source) {
      const origin = /** @type {YamlRecord} */ (source);
      // An aggregator may be written as its name alone.
      const via = typeof origin.via === "string" ? { via: { name: origin.via } } : {};
      fields.source = { ...origin, ...via, verbatim: origin.verbatim === "true" };
    }
    if (inferred) fields.inferred = toRows(/** @type {YamlRecord} */ (inferred));
    if (to_confirm) fields.to_confirm = toRows(/** @type {YamlRecord} */ (to_confirm));
    return fields;
  }

  /**
   * @typedef {{ id?: string, name?: string }} Party
   * @typedef {object} Entries what was divided or made rows of
   * @property {{ signs?: string[], plans?: string[] }} [conference]
   * @property {Party[]} [agencies]
   * @property {{ owners?: Party[] }[]} [tasks]
   * @property {string[]} [documents]
   * @property {string[]} [numbers]
   * @property {{ src?: string }[]} [photos]
   * @property {{ field: string, value: string }[]} [inferred]
   * @property {{ field: string }[]} [to_confirm]
   */

  /**
   * The reverse of `toFields`.
   *
   * @param {Entries & EditorFields} fields
   * @returns {Record<string, unknown>}
   */
  function toFrontMatter({ conference, agencies, tasks, documents, numbers, photos, inferred, to_confirm, ...rest }) {
    /** @type {Record<string, unknown>} */
    const front = { ...rest };
    if (conference) {
      const { signs, plans, ...meeting } = conference;
      front.conference = { ...meeting, signs: [...(signs ?? []), ...(plans ?? [])] };
    }
    front.agencies = toNamed(agencies);
    front.tasks = tasks?.map((task) => ({ ...task, owners: toNamed(task.owners) }));
    front.documents = [...(documents ?? []), ...(numbers ?? [])];
    front.photos = photos?.map((one) =>
      (one.src?.startsWith(PHOTOS) ? { ...one, src: one.src.slice(PHOTOS.length) } : one));
    front.inferred = Object.fromEntries((inferred ?? []).map(({ field, value }) => [field, value]));
    front.to_confirm = Object.fromEntries((to_confirm ?? []).map(({ field, ...others }) => [field, others]));
    return front;
  }

  /**
   * A value as text, or lists and records of such. Nothing, "", false and what holds only these are
   * left out.
   *
   * @param {unknown} value
   * @returns {YamlValue | undefined}
   */
  function tidy(value) {
    if (Array.isArray(value)) return tidyList(value);
    if (isRecord(value)) return tidyRecord(value);
    if (value === null || value === undefined || value === false) return undefined;
    return String(value).normalize("NFC").trim() || undefined;
  }

  /**
   * A record with dates such as 20/11/2026 written as the archive has them.
   *
   * @param {YamlRecord} record
   * @param {Set<string>} dates
   * @returns {YamlRecord}
   */
  const yearFirst = (record, dates) => Object.fromEntries(Object.entries(record).map(([key, value]) => {
    const day = dates.has(key) && typeof value === "string" ? DAY_FIRST.exec(value) : null;
    if (day) return [key, `${day[3]}-${day[2].padStart(2, "0")}-${day[1].padStart(2, "0")}`];
    if (isRecord(value)) return [key, yearFirst(/** @type {YamlRecord} */ (value), dates)];
    if (!Array.isArray(value)) return [key, value];
    return [key, value.map((one) => (isRecord(one) ? yearFirst(/** @type {YamlRecord} */ (one), dates) : one))];
  }));

  /** @param {unknown[]} list */
  function tidyList(list) {
    const values = list.map(tidy).filter((value) => value !== undefined);
    return values.length ? values : undefined;
  }

  /** @param {Record<string, unknown>} map */
  function tidyRecord(map) {
    /** @type {YamlRecord} */
    const record = {};
    for (const [key, value] of Object.entries(map)) {
      const text = tidy(value);
      if (text !== undefined) record[key] = text;
    }
    return Object.keys(record).length ? record : undefined;
  }

  /**
   * @param {Record<string, unknown>} front
   * @param {string[]} order keys that it does not name come last
   */
  function inOrder(front, order) {
    const first = order.filter((key) => key in front);
    const last = Object.keys(front).filter((key) => !order.includes(key));
    return Object.fromEntries([...first, ...last].map((key) => [key, front[key]]));
  }

  /**
   * A record as YAML: lists of texts are in one line, lists of records one below the other.
   *
   * @param {YamlRecord} record
   * @returns {string}
   */
  const toYaml = (record) => Object.entries(record).map(([key, value]) => toEntry(key, value)).join("");

  /**
   * @param {string} key
   * @param {YamlValue} value
   */
  function toEntry(key, value) {
    if (isRecord(value)) return `${key}:\n${indent(toYaml(value))}`;
    if (!Array.isArray(value)) return jsyaml.dump({ [key]: value }, YAML);
    if (value.some(isRecord)) return `${key}:\n${indent(value.map(toItem).join(""))}`;
    return `${key}: ${jsyaml.dump(value, { ...YAML, flowLevel: 0 })}`;
  }

  /** @param {YamlValue} value */
  const toItem = (value) =>
    (isRecord(value) ? `- ${indent(toYaml(value)).trimStart()}` : jsyaml.dump([value], YAML));

  /** @param {string} text */
  const indent = (text) => text.replace(/^(?=.)/gm, "  ");

  /**
   * The fields of an article; an error says in Vietnamese what is wrong with the file.
   *
   * @param {string} text
   * @returns {EditorFields}
   */
  function read(text) {
    const parts = FILE.exec(text);
    if (!parts) throw new Error("Bài thiếu phần đầu nằm giữa hai dòng ---");
    const front = jsyaml.load(parts[1], YAML);
    if (!isRecord(front)) throw new Error("Phần đầu bài phải gồm các dòng «tên trường: giá trị»");
    const body = (parts[2] ?? "").trim();
    return { ...toFields(/** @type {YamlRecord} */ (front)), body, original: text };
  }

  /**
   * The body with the blocks that say the same as before spelled as before: the rich editor writes
   * every block anew.
   *
   * @param {string} body
   * @param {string} original
   */
  function restoreBlocks(body, original) {
    /** @type {Map<string, string>} */
    const before = new Map();
    for (const block of blocksOf(original)) {
      // The editor drops the alignment of columns.
      if (block.startsWith("|")) before.set(meaningOf(block).replace(/:?--:?/g, "--"), block);
      before.set(meaningOf(block), block);
    }
    return blocksOf(body).map((block) => before.get(meaningOf(block)) ?? block).join("\n\n");
  }

  /**
   * The body of a file, or a body that stands alone.
   *
   * @param {string} text
   */
  const bodyOf = (text) => {
    const parts = FILE.exec(text);
    return parts ? parts[2] ?? "" : text;
  };

  /** @param {string} text */
  const blocksOf = (text) => text.trim().split(/\n{2,}/);

  /**
   * What a block says, however it is written; the levels of a list are part of that.
   *
   * @param {string} block
   */
  function meaningOf(block) {
    const text = block.replace(/\\(?=[^\w\s])/g, "").replace(/[*_]/g, "*");
    if (text.startsWith("|")) return text.replace(/-{2,}/g, "--").replace(/[ \t]*\|[ \t]*/g, "|");
    if (!LIST_ITEM.test(text)) return text.replace(/\s+/g, " ");
    const lines = text.split("\n").map((line) =>
      ({ depth: line.search(/\S/), words: line.trim().replace(BULLET, "- ") }));
    const depths = [...new Set(lines.map(({ depth }) => depth))].sort((a, b) => a - b);
    return lines.map(({ depth, words }) => `${depths.indexOf(depth)} ${words}`).join("\n");
  }

  /**
   * The file of an article.
   *
   * @param {EditorFields} fields
   * @param {string[]} order of the keys in front matter
   * @param {Set<string>} dates names of the fields that hold a date
   */
  function write({ body, original, ...fields }, order, dates = new Set()) {
    const front = yearFirst(tidyRecord(inOrder(toFrontMatter(fields), order)) ?? {}, dates);
    const text = restoreBlocks(body ?? "", bodyOf(original ?? "")).normalize("NFC").trim();
    return `---\n${toYaml(front)}---\n${text ? `\n${text}\n` : ""}`;
  }

  /**
   * The folder of an article: the year of its conference, else of its publication.
   *
   * @param {Record<string, string | undefined>} values
   */
  function folderOf(values) {
    const date = String(values["conference.date"] || values.date || "");
    return DAY_FIRST.exec(date)?.[3] ?? /^\d{4}/.exec(date)?.[0] ?? UNKNOWN_YEAR;
  }

  /** @type {Record<string, string>} */
  const PLACE_TYPES = {
    tinh: "tỉnh",
    huyen: "huyện",
    quan: "quận",
    "thi-xa": "thị xã",
    "thanh-pho": "thành phố",
    "thi-tran": "thị trấn",
  };

  /** @typedef {Record<string, string> & { aliases?: string[], variants?: string[], succeeded_by?: string[] }} RegistryRecord */

  /** @param {RegistryRecord} record */
  function validity({ valid_from, valid_to, succeeded_by }) {
    if (valid_to) return ` (đến ${valid_to})`;
    if (succeeded_by?.length) return " (đã có cơ quan, đơn vị kế tục)";
    return valid_from ? ` (từ ${valid_from})` : "";
  }

  /** @param {RegistryRecord} record */
  function nameOf(record) {
    if (record.number) return `${record.type} số ${record.number}`;
    if (record.name) return [PLACE_TYPES[record.type], record.name].filter(Boolean).join(" ");
    return [record.type, record.title].filter(Boolean).join(" ");
  }

  /** @param {string} text */
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{Diacritic}/gu, "").replace(/[đð]/giu, "d");

  /**
   * A record as a choice: what is shown, and every form in which it is looked for.
   *
   * @param {RegistryRecord} record
   * @returns {RegistryChoice}
   */
  function toChoice(record) {
    const label = nameOf(record) + validity(record);
    const terms = ["short", "code", "title", "period", "term"].map((key) => record[key]);
    const all = [label, record.id, ...terms, ...(record.aliases ?? []), ...(record.variants ?? [])];
    const text = all.filter(Boolean).join(" · ");
    return { id: record.id, label, search: `${text} · ${fold(text)}` };
  }

  /** @param {string} text */
  const readRegistry = (text) =>
    ({ records: /** @type {RegistryRecord[]} */ (jsyaml.load(text, YAML) ?? []).map(toChoice) });

  return { folderOf, read, readRegistry, write };
})();
