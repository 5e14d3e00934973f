"""The editors' handbook: tables of fields made from the model, so that they cannot go stale."""

from bantin.handbook.frames import frame_tables
from bantin.handbook.tables import RECORDS, field_table, fill

__all__ = ["RECORDS", "field_table", "fill", "frame_tables"]
