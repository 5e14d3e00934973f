"""Browser editing without a server: configuration and files of the editor."""

from bantin.admin.files import admin_files

__all__ = ["admin_files"]
