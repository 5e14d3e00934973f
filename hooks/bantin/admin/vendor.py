"""The editor's package adapted so that the portal can serve it itself.

Each replacement must match its number of times exactly: a new version of the
package that differs stops the build instead of calling an outside address.
"""

from typing import NamedTuple

FONT = "https://cdn.jsdelivr.net/fontsource/fonts"
FORM = "\n      format"


class Replacement(NamedTuple):
    """A text of the package, its replacement, and why."""

    old: str
    new: str
    why: str
    times: int = 1


# The functions of admin/drafts.js, and the backups of drafts that they rely on.
DRAFTS = (
    Replacement(
        "if(e&&!c4){let{databaseName:t}=e.repository??{};if(t){c4=new QO(",
        "if(e){let{databaseName:t}=e.repository??{};if(t){c4??=new QO(",
        "with a folder this runs twice, and the second run closed the store of backups",
    ),
    Replacement(
        "return n?n.cmsConfigVersion===IW.current?n:(await f4(e,t),null):null",
        "return n??null",
        "the date offered on a new article is configuration: backups were gone the next day",
    ),
    Replacement(
        "onCancel:()=>{R(i)?.(!1)},get open(){return u4.current.show}",
        "onCancel:()=>{R(i)?.(!window.bantinDrafts.mayDiscard())},"
        "get open(){return u4.current.show}",
        "Escape too deleted the only copy",
    ),
    Replacement(
        "var Ake=e=>{globalThis.clearTimeout(s4),",
        "var Ake=e=>{window.bantinDrafts.watch(e,t2,Tke),globalThis.clearTimeout(s4),",
        "to know of what is unsaved",
    ),
    Replacement(
        "useShortcut(){return R(t)},onclick:()=>{je()}",
        "useShortcut(){return R(t)},onclick:()=>{window.bantinDrafts.mayLeave()&&je()}",
        "to ask before an article is closed",
    ),
    Replacement(
        "f4(a,r?``:u),s&&RLe(s.id)",
        "globalThis.clearTimeout(s4),window.bantinDrafts.forget(),f4(a,m4(e)),s&&RLe(s.id)",
        "what is saved is no draft, whatever its new file name",
    ),
    Replacement(
        "if(!t&&n){try{await SZ()}",
        "if(!t&&n&&iX.current.isGit!==!1){try{await SZ()}",
        "with a folder both versions are shown, below",
    ),
    Replacement(
        ",{changes:m,savingEntries:h}=await lze(",
        ",guarded=iX.current.isGit===!1&&await window.bantinDrafts.guard("
        "e,f,d,iX.current.fetchBlob),{changes:m,savingEntries:h}=await lze(",
        "to ask before a file is overwritten that changed meanwhile",
    ),
    Replacement(
        "(j(h,!0),j(g,``),console.error(t))}finally{j(_,!1)}",
        "t.message===`kept_apart`||(j(h,!0),j(g,``),console.error(t))}finally{j(_,!1)}",
        "not to overwrite is no fault",
    ),
    Replacement(
        "KZ(t))return;try{await SZ({maxAge:vZ})}",
        "KZ(t))return;try{await(iX.current.isGit===!1?window.bantinDrafts.refresh("
        "t.originalEntry,iX.current.fetchBlob,async(e,t)=>(await yq([{path:e,"
        "name:e.split(`/`).pop(),size:0,sha:``,text:t,type:`entry`,folder:MP(e)[0]}])).entries[0],"
        "DP):SZ({maxAge:vZ}))}",
        "an article that changed on the disk is read again when it is opened",
    ),
)
REPLACEMENTS = (
    Replacement(
        "iP=`https://unpkg.com/@sveltia/cms`",
        "iP=new URL(`.`,document.currentScript.src).href.slice(0,-1)",
        "own files and the version to compare with come from the portal",
    ),
    Replacement("${iP}@${rP}/locales", "${iP}/locales", "words of the interface"),
    Replacement(
        "MQ=()=>{let e=pne();return e&&jQ.includes(e)?e:AQ}",
        "MQ=()=>`vi`",
        "Vietnamese whatever the browser's language; the settings still change it",
    ),
    Replacement(
        f"url({FONT}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2)",
        "url(material-symbols-outlined.woff2)",
        "icons, else words such as arrow_drop_down",
    ),
    Replacement(
        f"src:url({FONT}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2){FORM}('woff2-variations')",
        "src:local('Source Sans 3')",
        "a Latin subset would mix two typefaces in one Vietnamese word",
    ),
    Replacement(
        f"url({FONT}/noto-mono@5.3.0/latin-400-normal.woff2){FORM}('woff2')",
        "local('Noto Mono')",
        "the system has a typeface of fixed width",
    ),
    Replacement(
        "`https://www.githubstatus.com/api/v2/status.json`",
        '`data:application/json,{"status":{"indicator":"none"}}`',
        "no notice of incidents of the Git host",
    ),
    Replacement(
        "`https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7`",
        '`data:application/json,{"result":{"status_overall":{"status_code":100}}}`',
        "no notice of incidents of the Git host",
    ),
    Replacement(
        "return r[e.replace(/^fields\\./,``)]}",
        "return e===`folder`?window.bantinEditor.folderOf(r):r[e.replace(/^fields\\./,``)]}",
        "an article is filed by the date of its conference, not by today's",
    ),
    Replacement(
        "l=k(()=>ZR.isLocalHost&&!R(s))",
        "l=k(()=>!R(s))",
        "a folder may be opened wherever the editor is served from",
    ),
    Replacement(
        "c=k(()=>R(i).repo?.split(`/`).pop())",
        "c=k(()=>R(i).repo===`local/local`?void 0:R(i).repo?.split(`/`).pop())",
        "without a repository there is no name to show",
    ),
    Replacement(
        "p=k(()=>!R(s)&&R(i).auth_methods?.includes(`token`)===!1)",
        "p=k(()=>R(i).repo===`local/local`||R(i).auth_methods?.includes(`token`)===!1)",
        "without a repository there is nothing to sign in to",
    ),
    *DRAFTS,
)


def replace_all(script: str) -> str:
    """Return the package's script with every replacement made; ValueError where one does not fit.

    Args:
        script: ``dist/sveltia-cms.js`` of the version in admin/package.json.
    """
    wrong = [one for one in REPLACEMENTS if script.count(one.old) != one.times]
    if wrong:
        counts = "; ".join(f"{script.count(one.old)}/{one.times} «{one.old[:60]}»" for one in wrong)
        message = f"gói Sveltia CMS khác phiên bản đã biết, chỗ thay không khớp: {counts}"
        raise ValueError(message)
    for one in REPLACEMENTS:
        script = script.replace(one.old, one.new)
    return script
