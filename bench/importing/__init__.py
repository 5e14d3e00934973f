"""How well import reads: the answers of editors replayed, and the keys that a page costs."""

from bench.importing.answers import replay, replay_table
from bench.importing.keys import count_keys, keys_table
from bench.importing.score import score_pages, score_table

__all__ = ["count_keys", "keys_table", "replay", "replay_table", "score_pages", "score_table"]
