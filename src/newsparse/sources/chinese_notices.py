"""What Chinese news sites write below their stories: disclaimers, adverts, links to others."""

from __future__ import annotations

from ..rules import after, strip, text

NOTICES = (
    strip(
        "end-mark",
        text(r"\s{0,4}[（(](?:完|全文完|本文完|END|end)[）)]$", scope="ending"),
        "the agencies' mark that the story ends here",
        example="……的限制措施。（完）",
    ),
    strip(
        "source-unnamed",
        text(
            r"^[（(]?(?:本文)?(?:来源|來源|稿源)[：:]\s{0,3}(?:综合|整理|自|互联|网络|本站){1,3}[）)]?$"
        ),
        "names no outlet",
        example="来源：网络",
    ),
    strip(
        "back-to-front-page",
        text(r"返回[\u4e00-\u9fff]{1,10}首页\s?[>》»]{0,3}$", scope="ending"),
        "a link to the front page of the site",
        example="……的难点问题。返回某某网首页>>",
    ),
    strip(
        "scan-code",
        text(
            r"^[^。！？]{0,40}(?:扫描|扫码|长按)[^。！？]{0,20}(?:二维码|关注|下载|查看|阅读|识别|解锁)[^。]{0,40}[。！]?$",
            scope="ending",
        ),
        "asks to scan a code",
        example="扫码关注我们的公众号",
    ),
    strip(
        "account-menu",
        text(r"^(?:\d{1,2}[、.]\s?)?(?:后台回复|回复|点击菜单栏)【[^【】]{1,16}】[^。]{0,30}$"),
        "what the followers of an account may ask it",
        example="1、回复【福利】查看各种政策",
    ),
    strip(
        "like-button",
        text(r"^[^。！？]{0,24}点个?【在看】[^。！？]{0,16}$", scope="ending"),
        "asks to press a button",
        example="看都看完了，点【在看】试试",
    ),
    strip(
        "no-reprint",
        text(
            r"^[^。]{0,60}(?:未经[^。]{0,20}(?:授权|许可|允许|书面)[^。]{0,20}(?:不得|禁止|严禁|请勿)|转载请注明)[^。]{0,60}[。！]?$",
            scope="ending",
        ),
        "forbids to reprint",
        example="未经授权，不得转载。",
    ),
    strip(
        "disclaimer",
        text(
            r"^[（(【\[*※]?\s{0,3}(?:(?:免责|特别|版权|郑重|重要|[\u4e00-\u9fff]{2,4}(?:网|财经|新闻)?)?"
            r"声明|风险提示|免責聲明|版權聲明)[】\]）)]?\s{0,3}[：:].{0,600}$",
            scope="ending",
        ),
        "the site's disclaimer, not part of the story",
        example="免责声明：本文仅供参考。",
    ),
    strip(
        "investment-notice",
        text(
            r"^[（(*※]?\s{0,3}(?:注[：:]|本文|文中|以上|上述|仅供|内容仅供|数据仅供|市场有风险|股市有风险)[^。]{0,60}"
            r"(?:不构成[^。]{0,12}(?:建议|依据|意见)|投资需谨慎|入市需谨慎|风险自担|仅供参考)[^。]{0,40}[。！]?[）)]?$",
            scope="ending",
        ),
        "says that the story is no advice to investors",
        example="仅供投资者参考，不构成投资建议",
    ),
    strip(
        "investment-notice-in-full",
        text(r"^(?:市场|股市)有风险，投资需谨慎。.{10,400}$", scope="ending"),
        "the same in several sentences",
        example="市场有风险，投资需谨慎。本文不构成个人投资建议……",
    ),
    strip(
        "risk-heading",
        text(r"^风险提示及免责(?:条款|声明)$", scope="ending"),
        "the heading of such a notice",
        example="风险提示及免责条款",
    ),
    strip(
        "own-view",
        text(
            r"^(?:该文|本文|文章)(?:观点)?(?:仅|只)代表作者(?:本人|个人)?(?:观点)?[，,。].{0,80}$",
            scope="ending",
        ),
        "says that the site does not answer for the story",
        example="该文观点仅代表作者本人，平台仅提供信息存储空间服务。",
    ),
    strip(
        "paywall",
        text(
            r"^[^。！？]{0,20}(?:订阅|登录|登入|付费|会员|购买)[^。！？]{0,12}"
            r"(?:继续阅读|閱讀全文|阅读全文|查看全文|解锁全文|阅读剩余)[^。！？]{0,20}[。！!]?$",
            scope="ending",
        ),
        "asks to subscribe or to log in: the rest of the story is not here",
        reports="paywalled",
        example="请订阅或登录，以继续阅读全文！",
    ),
    strip(
        "app-advert-in-brackets",
        text(
            r"^[（(]本文来自[^。，]{2,20}，更多[^。]{0,20}请下载[^。]{0,30}[）)]$", scope="ending"
        ),
        "the same, in the words of another site",
        example="（本文来自某某新闻，更多原创资讯请下载“某某新闻”APP）",
    ),
    strip(
        "app-advert",
        text(r"^[^。]{0,40}尽在[^。]{0,20}(?:APP|App|app|客户端)[。！]?$", scope="ending"),
        "advert of the site's app",
        example="海量资讯、精准解读，尽在某某APP",
    ),
    strip(
        "further-reading",
        after(
            text(
                r"^[【\[▶☞]?\s{0,3}(?:延伸阅读|相关阅读|相关文章|相关新闻|相关报道|推荐阅读|更多阅读|"
                r"猜你喜欢|往期回顾|往期推荐)[】\]]?\s{0,3}[：:]?$",
                scope="ending",
            )
        ),
        "other stories stand below this one",
        example="延伸阅读",
    ),
    strip(
        "click-for-more",
        text(
            r"^[【\[（(>》]{0,4}\s{0,3}点击[^。！？]{0,12}(?:查看|阅读|下载|进入|关注|参与)[^。！？]{0,40}[】\]）)>》]{0,4}$"
        ),
        "a link to something else",
        example="点击查看更多内容>>",
    ),
)
"""Strip rules of the family ``chinese-news``."""
