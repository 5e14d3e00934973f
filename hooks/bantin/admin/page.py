"""The page that holds the editor, and the policy under which it works."""

from html import escape

from bantin.model.settings import EditorSettings

SELF = "'self'"
HOSTS = {
    "github": ("https://api.github.com", "https://avatars.githubusercontent.com"),
    "gitlab": ("https://gitlab.com", "https://secure.gravatar.com"),
    "gitea": ("https://gitea.com",),
}
SCRIPTS = ("js-yaml.js", "format.js", "drafts.js", "sveltia-cms.js", "start.js")
PAGE = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>{title} – biên tập</title>
<link rel="icon" href="../assets/icon.svg">
</head>
<body>
<noscript>Trang biên tập cần JavaScript. Có thể sửa bài bằng tệp trong docs/tin.</noscript>
{scripts}
</body>
</html>
"""


def editor_policy(editor: EditorSettings) -> str:
    """Return the policy: the portal itself and the Git host, nothing else.

    The editor sets styles as it goes, shows photographs before they are saved and
    reads them back; hence the exceptions.
    """
    reached = hosts(editor)
    directives = {
        "default-src": "'none'",
        "script-src": SELF,
        "style-src": f"{SELF} 'unsafe-inline'",
        "font-src": SELF,
        "img-src": " ".join((SELF, "blob:", "data:", *reached)),
        "media-src": f"{SELF} blob:",
        "connect-src": " ".join((SELF, "blob:", "data:", *reached)),
        "worker-src": f"{SELF} blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def hosts(editor: EditorSettings) -> list[str]:
    """Return the addresses of the Git host; none where only a folder is worked with."""
    own = [address for address in (editor.base_url, editor.api_root) if address]
    usual = HOSTS[editor.backend] if editor.backend else ()
    return sorted({_origin(address) for address in own or usual})


def _origin(address: str) -> str:
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}"


def page(site_name: str, editor: EditorSettings) -> str:
    """Return the HTML of the editor's page."""
    scripts = "\n".join(f'<script src="{name}"></script>' for name in SCRIPTS)
    policy = escape(editor_policy(editor), quote=True)
    return PAGE.format(policy=policy, title=escape(site_name), scripts=scripts)
