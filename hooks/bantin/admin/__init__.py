"""Browser editing without a server: the files of Sveltia CMS, configured from the model."""

from bantin.admin.files import EditorError, admin_files, editor_files

__all__ = ["EditorError", "admin_files", "editor_files"]
