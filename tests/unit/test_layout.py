"""Lines become paragraphs as they were meant, each with its part, and every character keeps its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.layout import lay_out, markup
from loaders.text import Document, Part, SourceText

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold" / "ko"
SEED = ROOT.parent / "shared" / "seed"


def plain(*lines: str) -> Document:
    return lay_out(SourceText("\n".join(lines), "plain"))


def texts(document: Document) -> list[str]:
    return [document.text[found.start : found.end] for found in document.paragraphs]


def parts(document: Document) -> list[str]:
    return [found.part.value for found in document.paragraphs]


def broken(before: str, after: str, *, filler: str = "") -> str:
    """The text of a paragraph that was broken between `before` and `after`, in a text that breaks its lines."""
    full = "가나 차관보는 서울에서 열린 회의에서 아세안 각국 대표와 만나 "
    document = plain("회의 결과", "", full[: 40 - len(before)] + before, after + " 밝혔다." + filler)
    assert len(document.paragraphs) == 2, texts(document)
    return texts(document)[1]


# Joins. The words are invented for the purpose, of the kinds seen in real releases.


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("회의가 개최", "되었다고", "개최되었다고"),
        ("새로운 파트", "너십을", "파트너십을"),
        ("현 대", "화조정국이라고", "대화조정국이라고"),
        ("회의를 평가하", "였다고", "평가하였다고"),
        ("양측의 의견", "을 나누었다고", "의견을 나누었다고"),
        ("관계 강화", "에서 나아갔다고", "강화에서 나아갔다고"),
        ("올해 의장국인 라", "오스는", "라오스는"),
        ("모두 40", "명이 왔다고", "40명이 왔다고"),
        ("2024", "년에 연다고", "2024년에 연다고"),
        ("「한-아세안 대화」", "는 뜻깊다고", "「한-아세안 대화」는 뜻깊다고"),
        ("포괄적 전략동반자(CSP)", "를 맺는다고", "(CSP)를 맺는다고"),
        ("아세안 대화", "(ASEAN Dialogue)라고", "대화(ASEAN Dialogue)라고"),
        ("올해 제", "28차 회의라고", "제28차 회의라고"),
        ("정치‧", "안보 협력을", "정치‧안보 협력을"),
    ],
)
def test_one_word_broken_at_the_end_of_a_line(before, after, joined):
    assert joined in broken(before, after)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("협력을", "강화한다고", "협력을 강화한다고"),
        ("발전을 위한", "미래를", "위한 미래를"),
        ("환경 등 미래", "분야에서", "미래 분야에서"),
        ("공급망 분야에서", "협력한다고", "분야에서 협력한다고"),
        ("지난 제19차", "한-아세안 회의를", "제19차 한-아세안"),
        ("디지털, 환경,", "여성이라고", "환경, 여성이라고"),
        ("모두 약", "40명이 왔다고", "약 40명이"),
        ("새 사업 (KASI)", "협력을", "(KASI) 협력을"),
        ("우리 정부와 ", "아세안이", "정부와 아세안이"),
        ("협력기금의 사업과", "ASEAN의", "사업과 ASEAN의"),
    ],
)
def test_two_words_at_the_end_of_a_line(before, after, joined):
    assert joined in broken(before, after)


def test_the_same_words_elsewhere_decide_without_kiwi():
    apart = broken("환경 등 녹색", "분야에서", filler=" 녹색 분야는 넓다.")
    together = broken("환경 등 녹색", "성장을", filler=" 녹색성장은 길다.")
    assert "녹색 분야에서" in apart
    assert "녹색성장을" in together


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("위협에 모두 함", "께 맞서기로", "함께 맞서기로"),  # 께 begins no word
        ("해 질 녘의 저", "녁에는 잔치가", "저녁에는 잔치가"),  # 저 is none
        ("논의를 곁들인 회", "복탄력성이", "회복탄력성이"),
        ("연구소가 이야기", "가 된다고", "이야기가 된다고"),
        ("장관들은", "은행가와", "장관들은 은행가와"),
        ("이웃 나라와", "은행가들은", "나라와 은행가들은"),
    ],
)
def test_syllables_that_are_no_words_decide_without_kiwi(before, after, joined, monkeypatch):
    monkeypatch.delattr("loaders.layout.joins._kiwi_sees_space")
    assert joined in broken(before, after)


def test_english_lines_join_with_a_space_and_hyphens_stay():
    document = plain(
        "The ministers agreed to deepen cooperation on maritime security and",
        "to work towards a high-",
        "level dialogue between the two sides in the coming year, which would",
        "be held in Jakarta.",
    )
    assert "maritime security and to work" in document.text
    document = plain(
        "The ministers agreed to deepen cooperation, to build upon the long-",
        "term partnership between the two sides, and to meet again next year.",
    )
    assert "long-term partnership" in document.text


def test_a_dash_or_number_within_a_running_english_sentence_begins_nothing():
    document = plain(
        "The two leaders, who last met in Jakarta in the spring, agreed on May",
        "15. to leverage the strengths of their countries and their peoples,",
        "– open markets and shared values – to the benefit of all of them.",
    )
    assert len(document.paragraphs) == 1


def test_blank_lines_between_all_lines_end_no_paragraph():
    lines = [
        "  가나 차관보는 회의를 열면서 올해가 우리 정부의 새로운 구상을 하나씩 이",
        "행하는 해라고 말하고, 앞으로도 아세안과의 협력을 꾸준히 넓혀",
        "나가겠다고 하였다.",
        "  아세안측은 우리 정부의 노력에 사의를 표하고, 이번 합의가 앞으로의 협력을 한",
        "단계 높이는 계기라고 평가하였다.",
        "ㅇ 특히 어려운 여건에서도 서로의 무역과 투자가 해마다 늘어나고 있다고 하",
        "고, 미래산업 분야에서 협력을 확대해 나가자고 하였다.",
    ]
    document = plain(*"\n\n".join(lines).split("\n"))
    assert len(document.paragraphs) == 3
    assert "이행하는" in document.text
    assert "하고, 미래산업" in document.text


def test_rows_set_with_spaces_stay_apart():
    row = "중  국    가나 중앙외사판공실 주임 겸 외교부장, 그리고 다라 외교부 부부장"
    assert (
        len(
            plain(
                "참석자", "", row, row.replace("중  국", "일  본"), row.replace("중  국", "Laos")
            ).paragraphs
        )
        == 4
    )


def test_blank_lines_end_paragraphs_where_lines_stand_close():
    document = plain(
        "The talks were held in Seoul on Monday, as both", "sides had wished.", "", "They will meet again."
    )
    assert len(document.paragraphs) == 2


def test_lines_that_are_whole_paragraphs_stay_apart():
    long = "장관들은 자카르타에서 만나 협력을 강화하기로 하였다. " * 4
    assert len(plain(long, long, long).paragraphs) == 3


@pytest.mark.parametrize(
    "sign", ["□", "ㅇ", "○", "◦", "-", "▴", "①", "1.", "가.", "•", "※", "*", "\U000f03da"]
)
def test_signs_begin_a_paragraph(sign):
    lead = "가나 차관보는 서울에서 열린 회의에서 아세안 각국 대표와 만나 협력을 논의한"
    document = plain("회의", "", lead, f"{sign} 새 항목이다.")
    assert len(document.paragraphs) == 3
    assert document.paragraphs[2].part in (Part.LIST, Part.NOTE, Part.FOOTNOTE)


def test_the_end_of_a_broken_verb_is_no_list_letter():
    lead = "가나 차관보는 서울에서 열린 회의에서 아세안 각국 대표와 협력을 논의하였"
    assert len(plain("회의", "", lead, "다. 이어 만찬을 가졌다.").paragraphs) == 2
    assert parts(plain("가. 첫째", "나. 둘째", "다. 셋째")) == ["list"] * 3


def test_page_numbers_are_dropped_and_the_paragraph_goes_on():
    lead = "가나 차관보는 서울에서 열린 회의에서 아세안 각국 대표와 만나 협력을 강화"
    assert "강화하기로" in plain("회의", "", lead, "- 3 -", "하기로 하였다고 외교부가 밝혔다.").text


def test_rows_of_a_table_from_a_word_processor_keep_their_numbers():
    assert lay_out(SourceText("순번\t나라\n1\n태국", "hwpx")).text == "순번 나라\n1\n태국"


# Parts.


def test_parts_of_a_korean_release():
    document = plain(
        "보도자료",
        "보도시점 배포 즉시 보도 배포 2023.5.11.(목)",
        "",
        "제3차 가나-다라 대화 개최(5.11.)",
        "- 미래 협력 방안 논의",
        "",
        "□ 가나 차관보는 5.11.(목) 서울에서 회의에 참석하였다.",
        "ㅇ 디지털 협력*을 논의하였다.",
        "* 디지털 협력 : 새 사업",
        "※ 우리측 참석자 : 가나 차관보 등",
        "",
        "붙임 : 회의 사진.  끝.",
    )
    assert parts(document) == [
        *("header", "header", "title", "subtitle", "list", "list", "footnote", "note", "attachment"),
    ]
    assert texts(document)[3] == "미래 협력 방안 논의"
    assert texts(document)[6] == "디지털 협력 : 새 사업"


def test_parts_of_an_english_release():
    document = plain(
        "MEDIA RELEASE",
        "4 April 2024",
        "",
        "Foreign Ministers Meet in Jakarta",
        "",
        "The foreign ministers met in Jakarta today.",
        "",
        "Annex 1",
        "List of participants",
    )
    assert parts(document) == ["header", "header", "title", "body", "attachment", "attachment"]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("THE WHITE HOUSE", "header"),
        ("Press Release No. 12/2024", "header"),
        ("Ministry of Foreign Affairs of the Republic of Indonesia", "header"),
        ("Embargoed until Friday, 5 pm", "header"),
        ("국방부", "header"),
        ("2022. 11. 18.", "header"),
        ("The White House announced a new plan today.", "body"),
        ("The White House and ASEAN Launch a Plan", "title"),
        ("국방부 차관, 서울안보대화 참석", "title"),
    ],
)
def test_header_lines_and_their_near_misses(line, part):
    assert (
        parts(plain(line, "", "The ministers met in Jakarta and spoke of their work.", "", "They agreed."))[0]
        == part
    )


def test_header_words_within_a_sentence_break_no_paragraph():
    document = plain(
        "The two leaders spoke by telephone and will soon meet again at",
        "the White House, as agreed. President Somebody will be there at the White House",
        "published report.",
    )
    assert parts(document) == ["body"]


def test_runs_of_spaces_are_one_space_and_signs_without_width_nothing():
    assert plain("배포  2023.5.11.\u3000\t오전 한\u200b국").text == "배포 2023.5.11. 오전 한국"


def test_a_text_that_begins_with_a_sentence_has_no_title():
    assert parts(plain("The ministers met in Jakarta.", "", "They agreed.")) == ["body", "body"]


def test_a_release_about_an_attachment_is_none():
    assert parts(plain("회의 결과", "", "참고로 회의는 어제 열렸다.", "", "붙임성 있는 대표였다."))[1:] == [
        "body",
        "body",
    ]


# The contact block is nowhere.

NAME, NUMBER = "홍가나", "02-2100-0000"


@pytest.mark.parametrize(
    "block",
    [
        [f"담당 부서 가나국 책임자 과  장 {NAME} ({NUMBER})", f"다라과 담당자 외무서기관 {NAME} ({NUMBER})"],
        [
            "담당 부서",
            "가나국",
            "책임자",
            "과장",
            NAME,
            f"({NUMBER})",
            "담당자",
            "서기관",
            NAME,
            f"({NUMBER})",
        ],
        ["담당 부서", "가나국", "책임자", "과장", NAME],
        [f"<담당> 가나과 사무관 {NAME} ({NUMBER})"],
        [f"문의 : 가나과 {NAME} 사무관 (☎ {NUMBER})"],
        [f"담당  가나실 다라과  과장 {NAME}({NUMBER}), 사무관 {NAME}({NUMBER})"],
        [f"자료문의 : {NUMBER}", f"과장 {NAME}"],
        ["For media enquiries, contact:", f"{NAME}", "+62 21 000 0000", "press@example.org"],
        [f"Media Contact: {NAME}", f"Tel: {NUMBER}"],
        [f"Contact: {NAME}, press@example.org"],
    ],
)
def test_contact_block_is_dropped_and_what_follows_stays(block):
    before = ["회의 결과", "", "가나 차관보는 서울에서 회의에 참석하였다.", ""]
    after = ["", "붙임 1. 공동 보도문", "", "양측은 협력을 강화하기로 하였다."]
    for lines in (before + block, before + block + after):
        document = plain(*lines)
        assert NAME not in document.text
        assert NUMBER not in document.text
        assert "example.org" not in document.text
        assert "참석하였다." in document.text
    assert texts(document)[-2:] == ["붙임 1. 공동 보도문", "양측은 협력을 강화하기로 하였다."]
    assert parts(document)[-2:] == ["attachment", "attachment"]


@pytest.mark.parametrize(
    "line",
    [
        "책임자 처벌을 위한 국제사회의 노력이 필요하다고 양측은 강조하였다.",
        "양측은 행동계획(2021-2025)의 이행을 점검하였다.",
        "담당 장관들은 내년에 다시 만나기로 하였다.",
        "Contact between the two peoples has grown, the ministers noted.",
        "The ASEAN Plan of Action 2021-2025",
    ],
)
def test_near_misses_of_a_contact_block_stay(line):
    assert line in plain("회의 결과", "", "가나 차관보는 회의에 참석하였다.", "", line).text


# Markdown.


def markdown(text: str) -> Document:
    return lay_out(SourceText(text, "markdown"))


def test_markdown_signs_are_dropped():
    document = markdown(
        "## A heading\n\nThe **70<sup>th</sup>** anniversary, *as* [agreed\nlast year](https://example.org/a?b=1).\\\n"
        'Next. <span class="a\nb">U.S. \\$5</span>\n\n-   One item\n    goes on\n-   Two \\* stars\n\n\\###\n'
    )
    assert texts(document) == [
        *("A heading", "The 70th anniversary, as agreed last year.", "Next. U.S. $5", "One item goes on"),
        "Two * stars",
    ]
    assert parts(document)[-2:] == ["list", "list"]


def test_no_double_space_where_markup_stood():
    assert markdown("**A heading: **  text <b> </b> goes on **  \n").text == "A heading: text goes on"
    assert markdown("**A heading **\n").text == "A heading"


def test_brackets_and_stars_that_are_no_markup_stay():
    assert markdown("A [sic] (b) 2 * 3 a < b > c\n").text == "A [sic] (b) 2 * 3 a < b > c"


def test_front_matter_gives_the_title_and_stays_out_of_the_text():
    document = markdown("---\ntitle: 'It''s agreed'\ndate: 2022-01-01\n---\nThe text.\n")
    assert texts(document) == ["It's agreed", "The text."]
    assert parts(document) == ["title", "body"]


# Every character keeps its place.


def check_places(document: Document, *, after: int = 0) -> None:
    """Every visible character of the clean text from `after` on stands in the source where the document says."""
    last = -1
    for position, character in enumerate(document.text):
        if position < after or character.isspace():
            continue
        start, end = document.source_span(position, position + 1)
        assert (end, document.source.text[start]) == (start + 1, character)
        assert start > last, "characters keep their order"
        last = start
    for found in document.paragraphs:
        assert found.start < found.end
        assert "\n" not in document.text[found.start : found.end]
    assert document.text.count("\n") == max(0, len(document.paragraphs) - 1)


SNIPPETS = [
    *(
        "",
        "",
        " ",
        "보도자료",
        "□ 항목",
        "ㅇ 하위  항목",
        "※ 주석",
        "* 각주",
        "- 3 -",
        "1. 가",
        "다. 라",
        "\\###",
    ),
    *(
        "담당자 : 홍가나 (02-2100-0000)",
        "붙임 1. 문서",
        "가나 차관보는 회의에서 미래",
        "분야를 논의하였",
        "다. 끝.",
    ),
    *(
        "**굵게** [가](나) <u>다</u>",
        "\u200b가\u3000나\xa0다",
        "The talks were held in the long-",
        "term interest.",
    ),
]
LINES = st.lists(
    st.one_of(
        st.sampled_from(SNIPPETS),
        st.text(alphabet="가나다 \t\xa0aB1.,-*[]()<>\\#_:·※□ㅇ", max_size=60),
    ),
    max_size=25,
)


@settings(max_examples=300, deadline=None)
@given(lines=LINES, kind=st.sampled_from(["plain", "markdown", "html", "pdf"]))
@example(
    lines=["가나다라마바사 아자차카타파하", "", "가나다라 하였", "", "다. 이어서", "", "나"], kind="plain"
)
@example(lines=["<", "[](", "*", "**"], kind="markdown")
def test_every_visible_character_keeps_its_place(lines, kind, monkeypatch_module):
    document = lay_out(SourceText("\n".join(lines), kind))
    front = markup.FRONT_MATTER.match(document.source.text)
    check_places(document, after=0 if not front else len(document.text))


@pytest.fixture(scope="module")
def monkeypatch_module():
    """Kiwi is left out of the many generated texts: what it decides is a space or none, which moves nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("loaders.layout.joins._kiwi_sees_space", lambda before, after: len(before) % 2 == 0)
        yield patch


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["plain", "markdown", "hwp"]))
def test_no_text_breaks_the_layout(text, kind):
    lay_out(SourceText(text, kind))


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_gold_texts_keep_their_places_and_lose_their_contacts(path):
    document = lay_out(SourceText(path.read_text(encoding="utf-8"), "plain"))
    check_places(document)
    assert "000-0" not in document.text
    assert len(document.text) > 0.6 * len(document.source.text)


def test_start_needs_no_kiwi():
    code = (
        "import sys; from loaders.layout import lay_out; from loaders.text import SourceText;"
        "lay_out(SourceText('보도자료\\n\\n가나 차관보는 회의에서 의견을 \\n교환하였다.', 'plain'));"
        "sys.exit('kiwipiepy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.skipif(not SEED.is_dir(), reason=f"the first release is not to hand ({SEED} is missing)")
def test_the_first_release_joins_as_it_was_meant():
    (path,) = SEED.glob("*.txt")
    document = lay_out(SourceText(path.read_text(encoding="utf-8"), "plain"))
    check_places(document)
    words = set(document.text.split())
    text = document.text
    for joined in ("마련되었다.", "호혜적이고", "분야를", "도록", "공사", "이에", "포함한"):
        assert any(joined in word for word in words), joined
    for joined in (
        "미래 분야에서",
        "파트너십인",
        "대화조정국)",
        "북핵외교기획단장",
        "이스라엘-하마스 사태",
        "회원국과의 관계",
    ):
        assert joined in text, joined
    assert parts(document)[:6] == ["header", "header", "title", "subtitle", "subtitle", "subtitle"]
    assert parts(document)[-1] == "attachment"
    assert "02-" not in text
