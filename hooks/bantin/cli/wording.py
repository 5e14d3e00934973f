"""Click's own words in Vietnamese: its help, and what it says of a mistyped command.

Click looks its words up with ``gettext``, which wants compiled files in a folder of the system; the
functions that it looks up with are replaced by two that read a table.
"""

from types import ModuleType

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

MODULES: tuple[ModuleType, ...] = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.termui,
    click.types,
)
WORDS = {
    "Usage:": "Cách dùng:",
    "Options": "Tùy chọn",
    "Commands": "Lệnh",
    "Positional arguments": "Tham số",
    "Show this message and exit.": "In lời này rồi thôi.",
    "default: {default}": "mặc định: {default}",
    "(dynamic)": "(tùy lúc)",
    "env var: {var}": "biến môi trường: {var}",
    "required": "bắt buộc",
    "deprecated": "sẽ bỏ",
    "Aborted!": "Đã dừng.",
    "Error: {message}": "Lỗi: {message}",
    "Error: invalid input": "Lỗi: câu trả lời không hợp lệ",
    "Error: The two entered values do not match.": "Lỗi: hai lần gõ không giống nhau.",
    "Repeat for confirmation": "Gõ lại để xác nhận",
    "Do you want to continue?": "Làm tiếp chứ?",
    "Confirm the action without prompting.": "Làm mà không hỏi lại.",
    "Press any key to continue...": "Gõ một phím bất kỳ để tiếp tục…",
    "Try '{command} {option}' for help.": "Xem cách dùng: {command} {option}",
    "Invalid value: {message}": "Giá trị không hợp lệ: {message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}: {message}",
    "Missing command.": "Thiếu tên lệnh.",
    "Missing argument": "Thiếu tham số",
    "Missing option": "Thiếu tùy chọn",
    "Missing parameter": "Thiếu tham số",
    "Missing {param_type}": "Thiếu {param_type}",
    "Missing parameter: {param_name}": "Thiếu tham số {param_name}",
    "No such option {name!r}.": "Không có tùy chọn «{name}».",
    "No such command {name!r}.": "Không có lệnh «{name}».",
    "Did you mean {possibility}?": "Có phải {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Có phải một trong: {possibilities}?",
    "Got unexpected extra argument ({args})": "Thừa «{args}».",
    "Got unexpected extra arguments ({args})": "Thừa «{args}».",
    "Option {name!r} requires an argument.": "Sau tùy chọn «{name}» phải có một giá trị.",
    "Option {name!r} requires {nargs} arguments.": "Sau tùy chọn «{name}» phải có {nargs} giá trị.",
    "Option {name!r} does not take a value.": "Sau tùy chọn «{name}» không ghi giá trị.",
    "Argument {name!r} takes {nargs} values.": "Tham số «{name}» nhận {nargs} giá trị.",
    "Takes {nargs} values but 1 was given.": "Cần {nargs} giá trị, chỉ thấy 1.",
    "Takes {nargs} values but {len} were given.": "Cần {nargs} giá trị, thấy {len}.",
    "{value!r} is not {choice}.": "thấy «{value}», chỉ nhận {choice}.",
    "{value!r} is not one of {choices}.": "thấy «{value}», chỉ nhận một trong: {choices}.",
    "Choose from:\n\t{choices}": "Chọn một trong:\n\t{choices}",
    "{value!r} is not a valid {number_type}.": "thấy «{value}», cần một số.",
    "{value} is not in the range {range}.": "{value} không nằm trong khoảng {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "thấy «{value}», chỉ nhận một trong: {states}"
    ),
    "file": "tệp",
    "directory": "thư mục",
    "path": "đường dẫn",
    "{name} {filename!r} does not exist.": "không có {name} «{filename}».",
    "{name} {filename!r} is a file.": "«{filename}» là tệp, cần {name}.",
    "{name} {filename!r} is a directory.": "«{filename}» là thư mục, cần {name}.",
    "{name} {filename!r} is not readable.": "{name} «{filename}» không cho đọc.",
    "{name} {filename!r} is not writable.": "{name} «{filename}» không cho ghi.",
    "{name} {filename!r} is not executable.": "{name} «{filename}» không cho chạy.",
    "unknown error": "không rõ vì sao",
    "Could not open file {filename!r}: {message}": "Không mở được tệp «{filename}»: {message}",
}
# In the line of usage.
OPTIONS, COMMAND = "[TÙY CHỌN]", "LỆNH [THAM SỐ]..."


def use_vietnamese() -> None:
    """Have click speak Vietnamese from now on, in this process."""
    for module in MODULES:
        for name, words in (("_", _words), ("ngettext", _words_of_some)):
            if hasattr(module, name):
                setattr(module, name, words)


def _words(english: str) -> str:
    return WORDS.get(english, english)


def _words_of_some(one: str, more: str, count: int) -> str:
    return _words(one if count == 1 else more)
