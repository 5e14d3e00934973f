// A cache of promises that holds a limited number and drops what was used longest ago.

/**
 * Remembers promises by key, so that nothing is loaded or worked out twice.
 *
 * @template Key, Value
 */
export class PromiseCache {
  /** @param {number} limit how many entries are remembered */
  constructor(limit) {
    this.limit = limit;
    /** @type {Map<Key, Promise<Value>>} */
    this.entries = new Map();
  }

  /**
   * The promise remembered for a key, else the one that `create` makes.
   *
   * @param {Key} key
   * @param {() => Promise<Value>} create
   */
  get(key, create) {
    const { entries } = this;
    const promise = entries.get(key) ?? this.start(key, create);
    // A Map keeps the order of insertion, so the first key is the one used longest ago.
    entries.delete(key);
    entries.set(key, promise);
    if (entries.size > this.limit) entries.delete(/** @type {Key} */ (entries.keys().next().value));
    return promise;
  }

  /**
   * A new promise, which is forgotten when it fails, so that the next call tries again.
   *
   * @param {Key} key
   * @param {() => Promise<Value>} create
   */
  start(key, create) {
    const promise = create();
    promise.catch(() => {
      if (this.entries.get(key) === promise) this.entries.delete(key);
    });
    return promise;
  }
}
