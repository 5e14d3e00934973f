// What was made before, so that it is not made again; of so many, those used last.

/** Keeps promises by key; what failed is tried again. */
export class Kept {
  constructor(most) {
    this.most = most;
    this.made = new Map();
  }

  /** What `make` promised for this key, now or before. */
  once(key, make) {
    const { made } = this;
    const promise = made.get(key) ?? this.begin(key, make);
    // A Map keeps the order of entry: the one used longest ago comes first.
    made.delete(key);
    made.set(key, promise);
    if (made.size > this.most) made.delete(made.keys().next().value);
    return promise;
  }

  begin(key, make) {
    const promise = make();
    promise.catch(() => { if (this.made.get(key) === promise) this.made.delete(key); });
    return promise;
  }
}
