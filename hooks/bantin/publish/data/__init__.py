"""The archive as open data: tables told once, published as JSON, CSV and JSON Schema."""

from bantin.publish.data.dump import data_outputs
from bantin.publish.data.page import data_page
from bantin.publish.data.table import Column, Table
from bantin.publish.data.tables import tables

__all__ = ["Column", "Table", "data_outputs", "data_page", "tables"]
