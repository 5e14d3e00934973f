"""Print the list of parts (CycloneDX 1.5): Python packages, the browser editor's, fonts.

The same lock files give the same list, byte for byte. Usage: .venv/bin/python tools/sbom.py > FILE
"""

import json
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parent.parent
EXPORT = ("export", "--quiet", "--frozen", "--no-dev", "--format", "cyclonedx1.5")
FONTS = ROOT / "theme/assets/fonts"
NPM = {"name": "npm registry", "url": ["https://registry.npmjs.org"]}
# Installed on Windows alone, so that other machines know nothing of them.
ELSEWHERE = {
    "colorama": ("BSD-3-Clause", "Jonathan Hartley"),
    "tzdata": ("Apache-2.0", "Python Software Foundation"),
}
# Names of licences as packages gave them before there was a field for SPDX expressions.
SPDX = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# Licences that a package names in words of its own.
STATED = {"BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0"}
CLASSIFIER = "License :: OSI Approved :: "
EXPRESSION = re.compile(r"[\w.+-]+(?: (?:AND|OR|WITH) [\w.+-]+)*")

Part = dict[str, Any]


def main() -> None:
    """Print the list."""
    told = _python_parts()
    npm = list(_npm_parts(ROOT / "admin/package-lock.json"))
    told["components"] += [part for part, _ in npm] + list(_fonts())
    told["dependencies"] += [uses for _, uses in npm]
    told["components"].sort(key=lambda part: str(part["bom-ref"]))
    told["dependencies"].sort(key=lambda uses: str(uses["ref"]))
    # No time and no number by chance: both would differ from one machine to the next.
    del told["metadata"]["timestamp"], told["serialNumber"]
    content = json.dumps(told, ensure_ascii=False, sort_keys=True)
    told["serialNumber"] = f"urn:uuid:{uuid5(NAMESPACE_URL, content)}"
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    sys.stdout.buffer.write(f"{text}\n".encode())


def _python_parts() -> Part:
    uv = Path(sys.executable).with_name("uv")
    command = [str(uv), *EXPORT]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - fixed
    told: Part = json.loads(ran.stdout)
    for part in told["components"]:
        license_, supplier = _known(part["name"])
        part |= {"licenses": _licences(license_), "supplier": {"name": supplier}}
    return told


def _known(name: str) -> tuple[str, str]:
    """Return the licence of a package and who supplies it."""
    try:
        fields = metadata(name)
    except PackageNotFoundError:
        return ELSEWHERE[name]
    return _licence(fields), _supplier(fields)


def _licence(fields: PackageMetadata) -> str:
    classes = (text for text in fields.get_all("Classifier") or [] if text.startswith(CLASSIFIER))
    named = [SPDX[text.removeprefix(CLASSIFIER)] for text in classes]
    stated = [fields[key] for key in ("License-Expression", "License") if key in fields]
    known = (STATED.get(text, text) for text in stated if text not in {*SPDX, "UNKNOWN"})
    return next(text for text in (*known, *named) if EXPRESSION.fullmatch(text))


def _supplier(fields: PackageMetadata) -> str:
    keys = ("Author", "Author-email", "Maintainer-email")
    first = next(fields[key] for key in keys if key in fields)
    return re.sub(r'\s*<[^>]*>|"', "", first)


def _licences(text: str) -> list[Part]:
    is_one = " " not in text
    return [{"license": {"id": text}}] if is_one else [{"expression": text}]


def _npm_parts(lock: Path) -> Iterator[tuple[Part, Part]]:
    """Yield each package of a lock file, and what it depends on."""
    packages: dict[str, Part] = json.loads(lock.read_bytes())["packages"]
    for path, package in packages.items():
        if not path or package.get("dev"):
            continue
        hash_ = b64decode(package["integrity"].removeprefix("sha512-")).hex()
        part = {
            "type": "library",
            "bom-ref": _npm_purl(path, package),
            "name": _npm_name(path),
            "version": package["version"],
            "purl": _npm_purl(path, package),
            "licenses": _licences(package["license"]),
            "supplier": NPM,
            "externalReferences": [
                {
                    "type": "distribution",
                    "url": package["resolved"],
                    "hashes": [{"alg": "SHA-512", "content": hash_}],
                }
            ],
        }
        needed = (_resolved(packages, path, name) for name in package.get("dependencies", {}))
        uses = sorted({_npm_purl(one, packages[one]) for one in needed if one})
        yield part, {"ref": part["bom-ref"], "dependsOn": uses}


def _npm_name(path: str) -> str:
    return path.rpartition("node_modules/")[2]


def _npm_purl(path: str, package: Part) -> str:
    return f"pkg:npm/{quote(_npm_name(path))}@{package['version']}"


def _resolved(packages: dict[str, Part], path: str, name: str) -> str:
    """Return where a package finds another one: below itself, else ever further up."""
    while True:
        found = f"{path}/node_modules/{name}".lstrip("/")
        if found in packages or not path:
            return found if found in packages else ""
        path = path.rpartition("/node_modules/")[0]


def _fonts() -> Iterator[Part]:
    notice = (FONTS / "OFL.txt").read_text(encoding="utf-8").splitlines()[0]
    for file in sorted(FONTS.glob("*.woff2")):
        yield {
            "type": "file",
            "bom-ref": f"font-{file.name}",
            "name": file.relative_to(ROOT).as_posix(),
            "copyright": notice,
            "licenses": _licences("OFL-1.1"),
            "supplier": {"name": "The Noto Project Authors"},
            "hashes": [{"alg": "SHA-256", "content": sha256(file.read_bytes()).hexdigest()}],
        }


if __name__ == "__main__":
    main()
