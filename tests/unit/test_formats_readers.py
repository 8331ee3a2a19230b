"""Each format gives its text, whatever its name; what each says of itself comes along."""

from __future__ import annotations

import json
import unicodedata

import pytest

from loaders.formats import api_item, read_bytes, read_file
from loaders.layout import lay_out
from loaders.text import UnreadableFile
from tests.unit import made_files as made

TITLE = "제3차 가나-다라 대화 개최(5.11.)"
BODY = "가나 차관보는 5.11.(목) 서울에서 열린 회의에 참석하였다."

MADE = {
    "pdf": made.pdf(TITLE, BODY),
    "hwp": made.hwp(TITLE, BODY),
    "hwpx": made.hwpx(TITLE, BODY),
    "html": made.page(TITLE, BODY),
    "markdown": made.markdown(TITLE, BODY),
    "api-item": made.api_item(TITLE, BODY),
    "plain": f"{TITLE}\n\n{BODY}\n".encode(),
}


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("name", ["release", "release.txt", "release.pdf", "release.hwp"])
def test_format_is_told_by_content(kind, name):
    source = read_bytes(MADE[kind], name)
    assert source.format == kind
    assert TITLE in source.text
    assert BODY in source.text


def test_plain_text_named_markdown_is_markdown_only_with_its_signs():
    assert read_bytes("# 제목\n\n본문이다.".encode(), "a.md").format == "markdown"
    assert read_bytes("제목\n\n본문이다.".encode(), "a.md").format == "plain"
    assert read_bytes("# 제목\n\n본문이다.".encode(), "a.txt").format == "plain"


def test_a_rule_at_the_start_is_no_front_matter():
    source = read_bytes(b"---\nA talk was held.\n---\nIt ended.", "a.txt")
    assert source.format == "plain"
    assert "A talk was held." in lay_out(source).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949"])
def test_encodings_of_text(encoding):
    text = f"{TITLE}\n{BODY} " + "The talks were held in Seoul. " * 3
    assert read_bytes(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp949"])
def test_encodings_of_pages(encoding):
    said = {"utf-8": "utf-8", "utf-16": "utf-16", "cp949": "euc-kr"}[encoding]
    page = f'<html><head><meta charset="{said}"></head><body><p>{BODY}</p></body></html>'
    assert read_bytes(page.encode(encoding), "a.html").text == BODY


def test_a_page_in_a_japanese_encoding_is_read_as_it_says():
    page = '<html><head><meta charset="shift_jis"></head><body><p>日本とASEANの首脳会議</p></body></html>'
    assert read_bytes(page.encode("shift_jis"), "a.html").text == "日本とASEANの首脳会議"


def test_line_breaks_and_control_characters():
    source = read_bytes("가\r\n나\r다\x0c라\x00마\t바".encode(), "a.txt")
    assert source.text == "가\n나\n다\n라 마\t바"


def test_decomposed_hangul_is_composed():
    assert read_bytes(unicodedata.normalize("NFD", BODY).encode(), "a.txt").text == BODY


def test_table_rows_stay_on_a_line():
    assert (
        read_bytes(made.hwpx(BODY, cells=("보도시점", "배포 즉시")), "a").text.split("\n")[0]
        == "보도시점\t배포 즉시"
    )
    page = made.page(
        around=(
            "<table><tr><th>국가</th><td><p>대표</p></td></tr><tr><td>태국</td><td>차관</td></tr></table>",
            "",
        )
    )
    assert read_bytes(page, "a").text == "국가\t대표\n태국\t차관"


def test_nested_text_box_comes_after_the_text_around_it():
    box = (
        "<hp:p><hp:run><hp:t>바깥 글</hp:t>"
        "<hp:rect><hp:drawText><hp:subList><hp:p><hp:run><hp:t>상자 글</hp:t>"
        "</hp:run></hp:p></hp:subList></hp:drawText></hp:rect></hp:run></hp:p>"
    )
    text = read_bytes(made.hwpx_of(made.section(box)), "a").text
    assert text.split("\n") == ["바깥 글", "상자 글"]


def test_page_keeps_the_release_and_drops_what_surrounds_it():
    menu = '<ul class="gnb"><li><a>정책</a></li><li><a>국가</a></li><li><a>소식</a></li></ul>'
    links = "<ul><li><a>다른 소식 하나</a></li><li><a>다른 소식 둘</a></li><li><a>다른 소식 셋</a></li></ul>"
    hidden = '<div style="display: none">숨은 글</div><script>var a = "스크립트";</script>'
    source = read_bytes(
        made.page(TITLE, BODY, around=(f"<header>{menu}</header>{hidden}", f"{links}<footer>주소</footer>")),
        "a",
    )
    assert source.text == f"{TITLE}\n{BODY}"


def test_page_whose_release_stands_in_an_element_named_like_furniture_is_kept():
    body = f'<div class="search-result"><p>{TITLE}</p><p>{BODY}</p></div>'
    assert BODY in read_bytes(made.page(around=(body, "")), "a").text


def test_page_with_line_breaks_alone():
    page = made.page(around=("<div>□ 첫째 항목이다.<br><br>ㅇ 둘째<br/>※ 주석</div>", ""))
    assert read_bytes(page, "a").text == "□ 첫째 항목이다.\nㅇ 둘째\n※ 주석"


def test_list_items_get_their_sign_once():
    page = made.page(
        around=("<ol><li>First</li><li>Second<ul><li>Inner</li></ul></li></ol><ul><li>ㅇ 셋째</li></ul>", "")
    )
    assert read_bytes(page, "a").text.split("\n") == ["1. First", "2. Second", "• Inner", "ㅇ 셋째"]


def test_page_metadata():
    head = (
        '<meta property="og:title" content="회의 결과"><link rel="canonical" href="https://example.org/r/1">'
        '<meta property="article:published_time" content="2023-05-12T09:00:00+09:00">'
    )
    source = read_bytes(made.page(BODY, head=head), "a")
    assert source.metadata == {
        "title": "회의 결과",
        "source_url": "https://example.org/r/1",
        "published": "2023-05-12",
    }
    assert source.text.startswith("회의 결과\n")


def test_front_matter_metadata_and_title_with_escapes():
    title = '"Call with Minister\\u2019s Office in the\\_South\\\n  \\ Sea"'
    data = f"---\ndate: '2022-03-01'\nsource_url: https://example.org/s\ntitle: {title}\n---\n\nText.\n"
    source = read_bytes(data.encode(), "a.md")
    assert source.metadata["title"] == "Call with Minister’s Office in the South Sea"
    assert source.metadata["published"] == "2022-03-01"
    assert source.metadata["source_url"] == "https://example.org/s"
    assert lay_out(source).text == "Call with Minister’s Office in the South Sea\nText."


def test_item_of_the_api():
    source = read_bytes(MADE["api-item"], "a")
    assert source.metadata == {
        "issuer": "MOFA-KR",
        "title": TITLE,
        "published": "2023-05-11",
        "source_url": "https://example.org/1.hwp",
    }
    assert source.text == f"{TITLE}\n{BODY}"


def test_answer_that_wraps_one_item():
    item = json.loads(MADE["api-item"])
    answer = {"response": {"body": {"items": {"item": [item]}}, "resultCode": "00"}}
    assert read_bytes(json.dumps(answer).encode(), "a").metadata["title"] == TITLE


def test_answer_that_wraps_several_items_is_an_error_that_says_so_and_the_items_can_be_had_apart():
    item = json.loads(MADE["api-item"])
    answer = {"data": [item, item | {"title": "둘째"}]}
    with pytest.raises(UnreadableFile, match="2 items"):
        read_bytes(json.dumps(answer).encode(), "a")
    assert [api_item.from_item(found).metadata["title"] for found in api_item.items(answer)] == [
        TITLE,
        "둘째",
    ]


def test_escaped_html_in_an_item_is_text():
    source = api_item.from_item({"title": "가 &amp; 나", "content": "첫 줄<br/>둘째 &lt;줄&gt;"})
    assert source.text == "가 & 나\n첫 줄\n둘째 <줄>"


def test_brackets_in_plain_text_are_no_page():
    assert read_bytes("<담당> 가나과\n<붙임> 사진".encode(), "a.txt").format == "plain"
    assert read_bytes("< 회의 일정 >\n{가}".encode(), "a.txt").format == "plain"


def test_read_file_reads_what_read_bytes_reads(tmp_path):
    path = tmp_path / "발표.txt"
    path.write_bytes(MADE["plain"])
    assert read_file(path) == read_bytes(MADE["plain"], path.name)
