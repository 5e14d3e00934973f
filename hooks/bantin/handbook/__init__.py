"""The editors' handbook: tables of fields generated from the model, so they cannot go stale."""

from bantin.handbook.tables import RECORDS, field_table, fill, frame_tables

__all__ = ["RECORDS", "field_table", "fill", "frame_tables"]
