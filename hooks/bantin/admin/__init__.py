"""Browser editing without a server: the files of Sveltia CMS, configured from the model."""

from bantin.admin.files import admin_files

__all__ = ["admin_files"]
