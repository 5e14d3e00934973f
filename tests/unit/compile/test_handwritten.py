"""What may be on a hand-written page, judged by its HTML whatever it was written as."""

import pytest

from bantin.compile.handwritten import page_faults, with_page_pictures, without_comments
from bantin.pictures import Picture

MARK = "dau:"
GOOD = (
    '<h1 id="a">A</h1><p>a <em>b</em> <a href="../x/#y" title="t">c</a>'
    '<a href="mailto:a@b.vn">d</a><br /><code>&lt;script&gt;</code></p>'
    '<div class="admonition note"><ul><li>e</li></ul></div>'
    '<table><thead><tr><th align="left">f</th></tr></thead></table>'
    '<p><img alt="g" src="dau:anh/a.jpg" /></p>'
    '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
)
BAD = {
    "<script>x()</script>": "có thẻ «<script>»",
    "<SCRIPT SRC=a.js></SCRIPT>": "có thẻ «<script>»",
    "<style>a{}</style>": "có thẻ «<style>»",
    "<svg onload=x()>": "có thẻ «<svg>»",
    "<math><mi xlink:href=x>": "có thẻ «<math>»",
    "<iframe></iframe>": "có thẻ «<iframe>»",
    "<form action=x>": "có thẻ «<form>»",
    "<base href=x>": "có thẻ «<base>»",
    "<meta http-equiv=refresh>": "có thẻ «<meta>»",
    "<link rel=stylesheet href=x>": "có thẻ «<link>»",
    "<video src=x>": "có thẻ «<video>»",
    "<picture><source srcset=x></picture>": "có thẻ «<picture>»",
    "<template><p></p></template>": "có thẻ «<template>»",
    "<p onclick=x()>": "thẻ «<p>» có thuộc tính «onclick»",
    "<p style='color:red'>": "thẻ «<p>» có thuộc tính «style»",
    "<p></p><body onload=x()>": "thẻ «<body>» có thuộc tính «onload»",
    "<p></p><html class=a>": "thẻ «<html>» có thuộc tính «class»",
    "<a href='javascript:x()'>a</a>": "không có địa chỉ dùng được",
    "<a href='JavaScript&#58;x()'>a</a>": "không có địa chỉ dùng được",
    "<a href='java\tscript:x()'>a</a>": "không có địa chỉ dùng được",
    "<a href=' &#1;javascript:x()'>a</a>": "không có địa chỉ dùng được",
    "<a href='data:text/html,x'>a</a>": "không có địa chỉ dùng được",
    "<a href='//a.vn'>a</a>": "không có địa chỉ dùng được",
    "<a href='x' ping='y'>a</a>": "thẻ «<a>» có thuộc tính «ping»",
    "<img src='anh/a.jpg' alt=a>": "không phải ảnh trong docs/anh",
    "<img src='https://a.vn/a.jpg'>": "không phải ảnh trong docs/anh",
    "<img src='dau:a' srcset='//a.vn 1w'>": "thẻ «<img>» có thuộc tính «srcset»",
    "<!-- mở mà không đóng": "có «<!»",
    "<!DOCTYPE html>": "có «<!»",
}


def test_what_markdown_makes_may_be_there() -> None:
    assert list(page_faults(GOOD, MARK)) == []


@pytest.mark.parametrize("html", BAD)
def test_what_runs_loads_or_covers_may_not(html: str) -> None:
    assert any(BAD[html] in fault for fault in page_faults(GOOD + html, MARK))


def test_remarks_of_editors_are_dropped() -> None:
    html = (
        "<p>a<!-- b\n<i> -->c</p><!--> <script>x</script> --><p><code>&lt;!-- d --&gt;</code></p>"
    )
    assert without_comments(html) == "<p>ac</p><p><code>&lt;!-- d --&gt;</code></p>"


def test_an_image_becomes_a_picture_in_several_sizes() -> None:
    pictures = {"anh/a&b.jpg": Picture("hinh/a-b-0123456789abcdef", 600, 300)}
    html = '<p><img alt="&quot;Ảnh&quot;" height="3" src="dau:anh/a&amp;b.jpg" width="6" /></p>'
    made = with_page_pictures(html, pictures, 2, MARK)
    assert made.count("../../hinh/a-b-0123456789abcdef-600.jpg") == 2
    assert 'alt="&#34;Ảnh&#34;"' in made
    assert made.count("<img") == 1
    assert MARK not in made
