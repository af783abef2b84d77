"""How the credit lines of Chinese news are made: their words, and patterns for names in them."""

from __future__ import annotations

from ..agencies import AGENCIES
from ..han_names import SURNAMES

# The words before the names of those who edited, and of those who wrote.
EDITORS = (
    "责任编辑|責任編輯|责编|責編|本文编辑|值班编辑|文字编辑|网络编辑|新媒体编辑|图文编辑|"
    "编辑|編輯|栏目主编|主编|编审|审校|审核|校对|校對|监制|统筹|终审|复审|初审|值班编委"
)
AUTHORS = (
    "作者|执笔|文字记者|摄影记者|本报记者|实习记者|见习记者|特约记者|首席记者|通讯员|记者|記者|"
    "撰文|撰稿|采写|采访|编译|编译自|译者|翻译|原创|文字|文"
)

REPORTERS = (
    r"(?:本报|本刊|本网|本台|本社|全媒体|驻[\u4e00-\u9fff]{2,5}|实习|见习|特约|首席|资深|高级|特派|"
    r"视频|摄影|文字){0,3}(?:记者|記者|通讯员|评论员|特派员|实习生)"
)

# Names as they stand in a credit line: no sentence, no colon except before further names.
NAMES = r"[^。！？；\n]{2,60}?"
FEW = r"[^。！？；\n]{2,30}?"
# Names that only a blank keeps apart from the word before them: nothing but short Chinese words.
WORD = (
    r"(?:(?:(?![的了是在这们您你我他她吗么怎谁])[\u3400-\u9fff·]){2,5}"
    r"|[\u3400-\u9fff]\s[\u3400-\u9fff])"
)
PEOPLE = rf"{WORD}(?:[\s、，,/●|｜&]{{1,3}}{WORD}){{0,7}}"
# The same where place or editors may follow.
WRITER = rf"(?![\u4e00-\u9fff]{{0,4}}(?:[报報][道导導]|编辑|編輯|责编|校对)){WORD}"
WRITERS = rf"{WRITER}(?:[\s、，,/●|｜&]{{1,3}}{WRITER}){{0,4}}"
# Names that nothing keeps apart: the first begins with a surname.
LISTED = "".join(sorted(SURNAMES))
GLUED = rf"[{LISTED}][\u3400-\u9fff]{{1,2}}(?:、[\u3400-\u9fff·]{{2,5}}){{0,7}}"
# A name alone in brackets: three characters, the first a surname that opens few other words.
SIGNED = (
    "[王李张刘陈杨赵周吴徐孙朱郭梁宋郑谢韩唐冯董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾魏薛阎余潘杜戴钟姜范姚"
    "谭廖邹熊陆郝孔崔康邱秦史顾侯邵孟段钱尹黎武贺赖龚張劉陳楊趙吳孫鄭謝韓馮蕭鄧許呂蘇盧蔣賈閻鍾譚鄒陸錢賀賴龔]"
    r"(?![\u3400-\u9fff][市县區区省州国國队隊版期赛賽]|先生|女士|教授|老师|某某)[\u3400-\u9fff]{2}"
)
COLON = r"\s{0,3}[：:/／丨|｜]\s{0,3}"
# In an interview, 记者： opens what the reporter asks: there, nothing but names will do.
CREDITED = rf"(?:{PEOPLE}|[A-Za-z.\s·-]{{2,40}})"
OPEN, CLOSE = r"[（(【\[〔]?\s{0,3}", r"\s{0,3}[）)】\]〕]?"
REPORT = (
    r"(?:\s{0,3}[/／]?\s{0,3}(?P<place>[\u4e00-\u9fff]{2,4}?)?"
    r"(?:综合|摄影|綜合|即時|專題)?[报報][道导導])?"
)
KNOWN = "|".join(sorted(AGENCIES, key=len, reverse=True))
