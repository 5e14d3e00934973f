// What scripts share by way of `window`. The scripts of an article and of the browser editor are no
// modules: browsers refuse modules on pages opened from a folder.

interface Window {
  bantin?: Partial<ReadingTools>;
  bantinEditor: EditorFormats;
  bantinDrafts: EditorDrafts;
  /** Read by Sveltia CMS: it starts when it is told to. */
  CMS_MANUAL_INIT?: boolean;
}

/** theme/assets/js/reading: each script but toolbar.js adds its own part. */
interface ReadingTools {
  citation: {
    describe(article: HTMLElement, address: string): CitedArticle;
    forms: Record<string, (article: CitedArticle) => string>;
    /** Ending and type of the file of each form. */
    files: Record<string, string[]>;
  };
  saving: {
    download(name: string, type: string, text: string): void;
    save(article: HTMLElement, address: string): Promise<void>;
  };
  speech: {
    createPlayer(
      root: Element,
      voice: SpeechSynthesisVoice,
      onChange: (state: SpeechState) => void,
    ): SpeechPlayer;
    findVoice(): Promise<SpeechSynthesisVoice | undefined>;
  };
}

/** What a citation says; what the article does not have is empty or missing. */
interface CitedArticle {
  title: string;
  site: string;
  publisher?: string;
  /** Those who wrote it, else who publishes it. */
  by: string[];
  /** What it was made from, in one phrase. */
  origin?: string;
  /** A name for reference managers. */
  key: string;
  year: string;
  month: string;
  date: string;
  address: string;
}

type SpeechState = "playing" | "paused" | "stopped";

interface SpeechPlayer {
  play(): void;
  pause(): void;
  stop(): void;
}

/** admin/format.js, called by start.js and by Sveltia CMS (hooks/bantin/admin/vendor.py). */
interface EditorFormats {
  folderOf(values: Record<string, string | undefined>): string;
  read(text: string): EditorFields;
  readRegistry(text: string): { records: RegistryChoice[] };
  /** The names in `dates` are of fields that hold a date. */
  write(fields: EditorFields, order: string[], dates?: Set<string>): string;
}

/** What YAML holds where every scalar stays text. */
type YamlValue = string | YamlValue[] | { [key: string]: YamlValue };

/** A record of front matter, as far as the editor must know it. */
type YamlRecord = Record<string, YamlValue>;

/** What the fields of the editor hold; see hooks/bantin/admin/collections.py. */
interface EditorFields {
  [field: string]: unknown;
  body?: string;
  /** The file as it was read. */
  original?: string;
}

interface RegistryChoice {
  id: string;
  /** What is shown. */
  label: string;
  /** In what the typed text is looked for. */
  search: string;
}

/** admin/drafts.js, called by Sveltia CMS (hooks/bantin/admin/vendor.py). */
interface EditorDrafts {
  forget(): void;
  guard(draft: EditorDraft, changes: FileChange[], saved: EditorEntry, readBlob: ReadBlob): Promise<void>;
  mayDiscard(): boolean;
  mayLeave(): boolean;
  refresh(
    entry: EditorEntry,
    readBlob: ReadBlob,
    parse: (path: string, text: string) => Promise<EditorEntry | undefined>,
    all: { current: EditorEntry[] },
  ): Promise<void>;
  watch(
    draft: EditorDraft | null | undefined,
    isModified: (draft: EditorDraft) => boolean,
    save: (draft: EditorDraft) => unknown,
  ): void;
}

/** Of Sveltia CMS: the article in the form, as far as it must be known. */
interface EditorDraft {
  isNew: boolean;
  /** Whether a person has touched it. */
  interacted?: boolean;
  currentValues: Record<string, EditorFields>;
}

/** Of Sveltia CMS: an article as it was read. */
interface EditorEntry {
  id: string;
  locales: Record<string, { path: string; content: EditorFields }>;
}

/** Of Sveltia CMS: what is to be done to a file. */
interface FileChange {
  action: string;
  path: string;
  previousPath?: string;
  data?: string | File;
}

type ReadBlob = (file: { path: string }) => Promise<Blob>;

/** A field of the editor's configuration. */
interface EditorField {
  name: string;
  default?: string;
  /** A regular expression and what is said where it does not match. */
  pattern?: [string, string];
  fields?: EditorField[];
}

/** js-yaml, loaded before admin/format.js. */
declare const jsyaml: {
  FAILSAFE_SCHEMA: object;
  load(text: string, options: object): unknown;
  dump(value: unknown, options: object): string;
};

/** Sveltia CMS, loaded before admin/start.js. */
declare const CMS: {
  registerCustomFormat(
    name: string,
    extension: string,
    format: {
      fromFile: (text: string) => object;
      toFile?: (content: EditorFields) => string;
    },
  ): void;
  init(options: { config: object }): Promise<void>;
};
