"""Files that only an office program can read, such as .doc: LibreOffice, where it is installed."""

import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from bantin.importing.extract.blocks import UnreadableError

REMARK = "đã nhờ LibreOffice mở tệp này"
_NO_PROGRAM = "tệp Word đời cũ (.doc); hãy mở bằng Word rồi lưu thành .docx"
_FAILED = "LibreOffice không mở được tệp .doc này; hãy mở bằng Word rồi lưu thành .docx"
_SECONDS = 120


def to_word(data: bytes, suffix: str) -> bytes:
    """Return a file as .docx, made by LibreOffice.

    Raises:
        UnreadableError: LibreOffice is not installed, or cannot open the file.
    """
    program = which("soffice") or which("libreoffice")
    if program is None:
        raise UnreadableError(_NO_PROGRAM)
    with TemporaryDirectory() as folder:
        source = Path(folder) / f"bai{suffix}"
        source.write_bytes(data)
        # A profile of its own, so that a running LibreOffice is no matter.
        profile = (Path(folder) / "profile").as_uri()
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)]
        try:
            # The command is fixed; the file is only read.
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603
            return (Path(folder) / "bai.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise UnreadableError(_FAILED) from error
