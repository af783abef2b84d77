"""Words in class and id attributes that say what a part of a page is for.

A class name is cut into words ("articleBody__related-links" is article, body,
related, links) and each word that is known sets a flag. The flags are facts
about common templates; what they are worth is learned (see block_model).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

NAVIGATION: Final = 1 << 0
FOOTER: Final = 1 << 1
RELATED: Final = 1 << 2
SHARE: Final = 1 << 3
NEWSLETTER: Final = 1 << 4
COMMENTS: Final = 1 << 5
ADVERT: Final = 1 << 6
AUTHOR: Final = 1 << 7
DATE: Final = 1 << 8
TAGS: Final = 1 << 9
HIDDEN: Final = 1 << 10
SIDE: Final = 1 << 11
CAPTION: Final = 1 << 12
BODY: Final = 1 << 13
STANDFIRST: Final = 1 << 14
PULLQUOTE: Final = 1 << 15
BOX: Final = 1 << 16
CONTENTS: Final = 1 << 17
HEADLINE: Final = 1 << 18
COOKIES: Final = 1 << 19
CARD: Final = 1 << 20
META: Final = 1 << 21
PAYWALL: Final = 1 << 22
ARTICLE: Final = 1 << 23
MEDIA: Final = 1 << 24

IN_ASIDE: Final = 1 << 25
IN_FOOTER: Final = 1 << 26
IN_HEADER: Final = 1 << 27
IN_FORM: Final = 1 << 28
IN_FIGURE: Final = 1 << 29
IN_CAPTION: Final = 1 << 30
IN_TABLE: Final = 1 << 31
IN_LIST: Final = 1 << 32
IN_QUOTE: Final = 1 << 33
IN_ARTICLE: Final = 1 << 34
IN_MAIN: Final = 1 << 35
IN_NAV: Final = 1 << 36
NOT_SHOWN: Final = 1 << 37
ARIA_HIDDEN: Final = 1 << 38
IN_DETAILS: Final = 1 << 39
DEFINES: Final = 1 << 40

TAG_FLAGS: Final = {
    "aside": IN_ASIDE,
    "footer": IN_FOOTER,
    "header": IN_HEADER,
    "form": IN_FORM,
    "fieldset": IN_FORM,
    "figure": IN_FIGURE,
    "figcaption": IN_CAPTION | IN_FIGURE,
    "table": IN_TABLE,
    "ul": IN_LIST,
    "ol": IN_LIST,
    "menu": IN_LIST,
    "blockquote": IN_QUOTE,
    "article": IN_ARTICLE,
    "main": IN_MAIN,
    "nav": IN_NAV,
    "details": IN_DETAILS,
    "dl": DEFINES,
}

ROLE_FLAGS: Final = {
    "navigation": IN_NAV,
    "complementary": IN_ASIDE,
    "contentinfo": IN_FOOTER,
    "banner": IN_HEADER,
    "search": IN_FORM,
    "form": IN_FORM,
    "main": IN_MAIN,
    "article": IN_ARTICLE,
    "dialog": HIDDEN,
    "alertdialog": HIDDEN,
    "menu": IN_NAV,
    "menubar": IN_NAV,
    "note": BOX,
    "doc-toc": CONTENTS,
}

FLAG_NAMES: Final = (
    "navigation footer related share newsletter comments advert author date tags hidden side "
    "caption body standfirst pullquote box contents headline cookies card meta paywall article "
    "media in_aside in_footer in_header in_form in_figure in_caption in_table in_list in_quote "
    "in_article in_main in_nav not_shown aria_hidden in_details defines"
).split()

_WORDS: Final = {
    NAVIGATION: "nav navi navbar navigation menu menus submenu breadcrumb breadcrumbs "
    "daohang mianbaoxie breadcrumbbar "
    "crumb crumbs topbar masthead toolbar pagination pager paging paginator skip skiplink sitemap "
    "hamburger megamenu prevnext nextprev search language lang switcher header",
    FOOTER: "footer foot colophon copyright copy legal privacy disclaimer imprint impressum "
    "siteinfo",
    RELATED: "related relateds relacionadas relacionados recommended recommend recommendation "
    "recommendations recommends readmore alsoread seealso more mehr popular trending mostread "
    "mostviewed most latest recent upnext next previous prev outbrain taboola zergnet revcontent "
    "suggested suggestions similar teaser teasers promo promos promobox crosslink weitere "
    "onward further readnext recirc recirculation associated linklist internallink readalso "
    "interlink relatednews relatedposts relatedarticles yarpp lire aussi tambien "
    "relate relnews tuijian xiangguan",
    SHARE: "share shares sharing sharebar sharer sharedaddy social socials socialmedia addthis "
    "addtoany follow follows followus facebook twitter whatsapp linkedin pinterest sharethis "
    "shareaholic print actions action reactions like likes bookmark save feedback rating ratings "
    "vote votes telegram fenxiang dianzan",
    NEWSLETTER: "newsletter newsletters subscribe subscription subscriptions subscriber signup "
    "optin mailchimp mailing email mail register registration membership donate donation cta "
    "campaign leadgen hubspot form forms convertkit mc4wp alert alerts support abo",
    COMMENTS: "comment comments commentlist commenting disqus respond reply replies discussion "
    "kommentar kommentare komentarze commentaires comentarios commento forum livefyre "
    "pinglun liuyan spotim coral openweb trackback trackbacks pingback",
    ADVERT: "ad ads adv advert adverts advertisement advertising advertorial sponsor sponsored "
    "sponsors banner banners dfp gpt adsense adslot adunit commercial werbung anzeige anzeigen "
    "publicite pub affiliate affiliates partner partners reklama adbox adwrapper billboard "
    "guanggao leaderboard shop product products offer offers deal deals buy",
    AUTHOR: "author authors autor autoren autore autori auteur byline bylines writer bio biography "
    "contributor contributors profile avatar vcard redaktion reporter authorbox aboutauthor zuozhe",
    DATE: "date datetime dateline time timestamp published publish pubdate updated posted datum "
    "readtime reading minutes",
    TAGS: "tag tags taglist keyword keywords topic topics category categories cat cats kategorie "
    "schlagwort schlagworte label labels section rubrik kicker eyebrow badge hashtags biaoqian",
    HIDDEN: "hidden hide screenreader visuallyhidden sronly modal popup popover overlay tooltip "
    "dropdown lightbox offcanvas dialog invisible noprint toast collapse collapsed",
    SIDE: "sidebar sidebars side aside rail siderail widget widgets secondary complementary "
    "sidecol "
    "rightcol leftcol right tertiary module modules",
    CAPTION: "caption captions credit credits figcaption photographer bildunterschrift legend "
    "legende bildtext imgtext quelle source copyrighttext",
    BODY: "articlebody storybody entrycontent postcontent postbody articlecontent articletext "
    "bodytext storycontent maintext maincontent fulltext richtext paragraph paragraphs prose "
    "wysiwyg bodycopy body text texto texte content copytext entry richcontent artikeltext "
    "inhalt zhengwen",
    STANDFIRST: "standfirst lead lede leadtext intro introduction introtext summary subtitle "
    "subheading subhead subheadline dek deck excerpt chapo chapeau sapo teasertext vorspann "
    "description desc abstract ingress entradilla sommario bajada anleser",
    PULLQUOTE: "pullquote pullquotes pull quote blockquote zitat highlight highlights",
    BOX: "infobox factbox info facts fact box boxes infokasten callout panel note notice takeaways "
    "takeaway faq accordion",
    CONTENTS: "toc tableofcontents contents jump anchors outline tocify",
    HEADLINE: "headline headlines title titles heading hed hl titel titre titulo",
    COOKIES: "cookie cookies consent gdpr cmp onetrust ccpa didomi",
    CARD: "card cards carousel slider slideshow swiper slick grid tile tiles item items list lists "
    "listing feed thumb thumbnail thumbnails loop stream river collection",
    META: "meta metadata info infos details detail byinfo postmeta entrymeta",
    PAYWALL: "paywall paywalled premium piano metered regwall gate gated locked plus barrier",
    ARTICLE: "article story post main single artikel articulo noticia news hentry page",
    MEDIA: "image images img photo photos picture figure gallery galleries video videos media "
    "player audio podcast embed bild bilder foto fotos",
}

WORD_FLAGS: Final = {
    word: sum(flag for flag, words in _WORDS.items() if word in words.split())
    for word in {w for words in _WORDS.values() for w in words.split()}
}

# A table for bytes is one look-up a byte; one for text asks a dictionary.
_FLAGS: Final = {word.encode(): flags for word, flags in WORD_FLAGS.items()}
_KNOWN: Final = frozenset(_FLAGS)
_CUT: Final = b"_-:/.#[]()0123456789,;|@!+=&"
_CUTS: Final = bytes.maketrans(_CUT, b" " * len(_CUT))
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")

LONGEST_NAME: Final = 300
"""Of a longer class or id only this many characters are read."""


@lru_cache(maxsize=8192)
def name_flags(names: str) -> int:
    """Return the flags of the words in a class or id attribute's value."""
    names = names[:LONGEST_NAME]
    lower = names.lower()
    if lower != names:
        lower = _HUMP.sub(" ", names).lower()
    flags = 0
    for word in _KNOWN.intersection(lower.encode("utf-8", "replace").translate(_CUTS).split()):
        flags |= _FLAGS[word]
    return flags
