"""The archive as open data: tables told once, published as JSON, CSV and JSON Schema."""

from bantin.publish.data.dump import package_output, table_outputs
from bantin.publish.data.page import data_page
from bantin.publish.data.table import Column, Table
from bantin.publish.data.tables import tables

__all__ = ["Column", "Table", "data_page", "package_output", "table_outputs", "tables"]
