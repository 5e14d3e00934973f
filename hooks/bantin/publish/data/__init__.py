"""The archive as open data: each table defined once, published as JSON, CSV and JSON Schema."""

from bantin.publish.data.dictionary import data_page
from bantin.publish.data.files import package_description, table_outputs, tables
from bantin.publish.data.table import Column, Table

__all__ = ["Column", "Table", "data_page", "package_description", "table_outputs", "tables"]
