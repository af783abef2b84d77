"""Phrases that short lines of boilerplate begin with or hold, in the languages of the news.

Each is a fact about how pages speak to their readers; what it is worth is
learned (see block_model). Only lines of at most ``LONGEST_LINE`` characters are
looked at.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST_LINE: Final = 260

READ_ALSO: Final = 1 << 0
SHARE_THIS: Final = 1 << 1
SIGN_UP: Final = 1 << 2
RIGHTS: Final = 1 << 3
ADVERTISING: Final = 1 << 4
PHOTO: Final = 1 << 5
WRITTEN_BY: Final = 1 << 6
DATED: Final = 1 << 7
DISCUSS: Final = 1 << 8
FILED_UNDER: Final = 1 << 9
ON_THIS_PAGE: Final = 1 << 10
PAY: Final = 1 << 11
COOKIE: Final = 1 << 12
WATCH: Final = 1 << 13
NAVIGATE: Final = 1 << 14
ABOUT: Final = 1 << 15
SOURCE: Final = 1 << 16

PHRASE_NAMES: Final = (
    "read_also share_this sign_up rights advertising photo written_by dated discuss filed_under "
    "on_this_page pay cookie watch navigate about source"
).split()

# (flag, at the start of the line, anywhere in the line)
_PHRASES: Final = (
    (
        READ_ALSO,
        r"read (?:also|more|next|on|the full)|also read|see also|see more|more (?:on|from|about|in|"
        r"stories|news|articles|like)|related|recommended|you (?:may|might) (?:also )?(?:like|be)|"
        r"don'?t miss|most (?:read|popular|viewed|recent)|trending|latest|popular|up next|next\b|"
        r"previous|editor'?s picks?|keep reading|continue reading|further reading|learn more|"
        r"recent (?:posts|articles|stories)|what to read|top stories|featured|"
        r"lesen sie|lies auch|mehr (?:zum|zu|aus|von|dazu|lesen|artikel)|weitere|auch interessant|"
        r"das könnte|siehe auch|zum thema|meistgelesen|passend dazu|aktuelle|neueste|nächster|"
        r"vorheriger|lire (?:aussi|la suite)|à lire|voir aussi|sur le même|les plus lus|articles? "
        r"(?:liés|similaires)|lee (?:también|además)|leer más|te puede|también te|ver más|"
        r"más (?:leídas|leídos|noticias|información)|relacionad|notas relacionadas|leggi (?:anche|"
        r"di più)|potrebbe|articoli correlati|leia (?:também|mais)|veja também|mais lidas|"
        r"czytaj|zobacz|przeczytaj|polecamy|lees (?:ook|meer)|meer (?:over|lezen|nieuws)|läs (?:också"
        r"|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|читайте|смотрите|"
        r"по теме|читать|также|ещё|еще|дивіться|схожі|daha fazla|ilgili|haber(?:ler|in)|baca (?:juga"
        r"|selengkapnya)|xem thêm|tin liên quan|đọc thêm|相关|相關|延伸|推荐|推薦|更多|関連|あわせて|"
        r"おすすめ|人気|こちらも|관련|추천|많이 본|اقرأ|اقرا|المزيد|קראו|עוד ב|مطالب|διαβάστε|citește|"
        r"přečtěte|související|kapcsolódó|olvass|прочетете|още",
        None,
    ),
    (
        SHARE_THIS,
        r"share\b|follow (?:us|me|@|the|on)|tweet|pin it|save\b|print\b|email\b|copy link|like us|"
        r"find us|connect with|teilen|artikel (?:teilen|drucken)|folgen sie|folge|merken|drucken|"
        r"partag|suivez|imprimer|compart|síguenos|siga|condividi|seguici|udostępnij|delen|dela\b|"
        r"del\b|jaa\b|поделиться|поділитися|подпис|paylaş|bagikan|chia sẻ|分享|シェア|공유|شارك|"
        r"facebook|twitter|whatsapp|linkedin|pinterest|telegram|instagram|reddit|flipboard",
        r"on (?:facebook|twitter|whatsapp|linkedin)|(?:auf|per) (?:facebook|twitter|whatsapp)|"
        r"add .{0,20} on google|google news",
    ),
    (
        SIGN_UP,
        r"sign up|subscribe|newsletter|get (?:our|the|your|more|updates)|join (?:our|the|us|now|more)"
        r"|enter your e?-?mail|e-?mail address|register|create (?:an|a free) account|log ?in|"
        r"sign in|download (?:our|the)|support (?:us|our)|donate|become a|jetzt (?:anmelden|"
        r"abonnieren|kostenlos)|abonnieren|anmelden|registrieren|inscri|abonnez|recevez|"
        r"suscr|regístrate|recibe|iscriviti|ricevi|assine|cadastre|zapisz się|schrijf|aanmelden|"
        r"订阅|訂閱|登录|登入|会員|登録|구독",
        r"newsletter|inbox|unsubscribe|sign up|free trial|e-?mail address",
    ),
    (
        RIGHTS,
        r"©|copyright|\(c\)|all rights|alle rechte|tous droits|todos los derechos|tutti i diritti|"
        r"todos os direitos|wszelkie prawa|版权|版權|著作权|無断|ⓒ|저작권|terms|privacy|disclaimer|"
        r"impressum|datenschutz",
        r"all rights reserved|rights reserved|alle rechte vorbehalten|privacy policy|terms of "
        r"(?:use|service)|terms and conditions|may not be (?:published|reproduced)|무단|转载|轉載",
    ),
    (
        ADVERTISING,
        r"advert|anzeige\b|werbung|publicit|publicidad|pubblicità|annons|annonse|reklam|sponsored|"
        r"promoted|paid (?:content|post)|affiliate|we may (?:earn|receive)|when you (?:buy|purchase)"
        r"|this (?:post|article|page) (?:may )?contains?|disclosure|广告|廣告|広告|광고|реклама|ad\b|"
        r"iklan|quảng cáo|إعلان|if you (?:buy|click|purchase)",
        r"affiliate|commission|scroll to continue|continue (?:below|after)|story continues|"
        r"article continues",
    ),
    (
        PHOTO,
        r"photo|image|picture|credit|foto\b|fotos?:|bild:|bild\b|crédit|crédito|imagen|immagine|"
        r"fot\.|zdjęcie|getty|illustration|grafik|graphic|video:|фото|图|圖|写真|사진|screenshot|"
        r"file photo|\(photo|\(image|view image|show caption|hide caption|toggle|enlarge|representational",
        r"getty images|/ ?(?:ap|afp|reuters|dpa|epa|getty|imago|istock|shutterstock)\b|"
        r"(?:photo|image|picture|foto|courtesy|bild|credit)s?(?: by| of|:)|shutterstock|"
        r"imago images|picture alliance|unsplash|©",
    ),
    (
        WRITTEN_BY,
        r"by\b|written by|reviewed by|edited by|reporting by|von\b|par\b|por\b|di\b|door\b|av\b|"
        r"text:|autor|author|redaktion|автор|作者|记者|責任編輯|责任编辑|编辑|文/|記者|기자|staff|"
        r"medically|fact.checked|posted by|published by|story by|contribut",
        r"(?:correspondent|reporter|editor|journalist|기자)$|contributed to this|@\w+\.\w",
    ),
    (
        DATED,
        r"(?:first |last |originally )?(?:published|updated|posted|modified|created)|stand:|"
        r"veröffentlicht|aktualisiert|erstellt|publié|mis à jour|publicado|actualizado|pubblicato|"
        r"aggiornat|opublikowano|gepubliceerd|publicerad|发布|發布|時間|时间|更新|公開|입력|수정|"
        r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./年-]\d{1,2}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? "
        r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b",
        r"min(?:ute)?s?\.? read|min\. lesezeit|\d{1,2}:\d{2} ?(?:am|pm|uhr|a\.m|p\.m|ist|gmt|et|bst)?$|"
        r"\b(?:19|20)\d\d$|\bago$",
    ),
    (
        DISCUSS,
        r"\d* ?comments?\b|leave a (?:reply|comment)|add (?:a|your) comment|post a comment|join the "
        r"(?:conversation|discussion)|view comments|show comments|reply|your email|write a comment|"
        r"kommentar|diskut|commentaire|laisser un|réagir|comentari|deja (?:un|tu)|comment[io]\b|"
        r"komentarz|skomentuj|reacties|評論|评论|コメント|댓글|комментари|yorum|bình luận|komentar",
        r"comments? (?:are|is) closed|to (?:comment|post a comment)|have your say",
    ),
    (
        FILED_UNDER,
        r"tags?\b|filed (?:under|in)|topics?\b|categor|keywords?|posted in|labels?\b|schlagw|themen|"
        r"mots.clés|etiquetas|temas|argomenti|tagi\b|标签|標籤|タグ|태그|теги|trefwoorden|emner|"
        r"в рубрике|in this (?:story|article|series)",
        None,
    ),
    (
        ON_THIS_PAGE,
        r"table of contents|contents\b|on this page|jump to|in this (?:article|guide|post)|"
        r"inhalt(?:sverzeichnis)?\b|sommaire|índice|目次|quick links|skip to|what'?s inside",
        None,
    ),
    (
        PAY,
        r"already a (?:subscriber|member)|subscribers? only|this (?:article|content|story) is (?:for|"
        r"only|exclusive|reserved|available)|to (?:continue|read|keep) reading|unlock|premium|plus\b|"
        r"paywall|jetzt (?:weiterlesen|testen|lesen)|sie haben bereits|weiterlesen|"
        r"exklusiv für|réservé|cet article est|article réservé|déjà abonn|contenido exclusivo|"
        r"ya eres|solo para|contenuto riservato|有料|会員限定|残り",
        r"continue reading|subscriber|for members|abonnent|abonné|suscriptor|abbonat|weiterlesen",
    ),
    (
        COOKIE,
        r"we use cookies|this (?:site|website) uses|wir (?:verwenden|nutzen)|cookie",
        r"cookie",
    ),
    (
        WATCH,
        r"watch|listen|play\b|video\b|audio\b|podcast|gallery|ansehen|anhören|vidéo|vídeo|regarder|"
        r"écouter|escucha|смотрите|观看|動画|view gallery|slideshow|live\b|loading|now playing|"
        r"your browser|\d+ (?:of|/) \d+|\d{1,2}:\d{2}",
        r"browser does not support|javascript|audio version|this video",
    ),
    (
        NAVIGATE,
        r"home\b|back to|return to|go to|menu\b|close\b|open\b|search|start(?:seite)?\b|zurück|retour|"
        r"volver|inicio|top\b|load more|show (?:more|less|all)|view (?:all|more)|click here|"
        r"advertise|contact|about us|help\b|skip|expand|alle anzeigen|mehr anzeigen|[»›→▶>]|"
        r"首页|トップ|홈|report (?:a|an|this)|send (?:us|a)|got a|do you have|have a (?:tip|story)",
        r"[»›→▶>]$|click here|\bhere$",
    ),
    (
        ABOUT,
        r"about\b|über (?:den|die|uns)|zur person|à propos|sobre (?:el|la|o)|chi siamo|o autor|"
        r"meet the|who (?:is|are)|关于|profile",
        r"\bis (?:a|an|the) [^.]{0,60}(?:writer|reporter|editor|journalist|author|correspondent|"
        r"columnist|contributor|founder|professor|expert|freelance|blogger|consultant|producer)|"
        r"(?:follow|reach|contact|email) (?:him|her|them)|has (?:written|been writing|worked)|"
        r"ist (?:redakteur|autor|journalist)|arbeitet (?:seit|als)|is based in|lives in|"
        r"(?:his|her|their) work has",
    ),
    (
        SOURCE,
        r"source|quelle|fuente|fonte|źródło|bron\b|kilde|來源|来源|出典|출처|источник|via\b|with "
        r"(?:inputs|agenc)|\(with|\(this story|this (?:article|story|post|piece|interview) "
        r"(?:was|first|originally|is|has|appear)|originally (?:published|appear)|editor'?s note|"
        r"note:|\(ap\)|\(reuters\)|\(afp\)|dpa\b|correction|republished|reprinted|references?\b|"
        r"bibliograph|footnote|sources?:",
        r"(?:ap|afp|dpa|reuters|ani|pti|ians|epa)(?:/[a-z]+)?[)\]]?\.?$",
    ),
)

_START: Final = [(flag, re.compile(start)) for flag, start, _ in _PHRASES]
_ANYWHERE: Final = re.compile(
    "|".join(f"(?P<f{i}>{inside})" for i, (_, _, inside) in enumerate(_PHRASES) if inside)
)
_FLAG_OF_GROUP: Final = {f"f{i}": flag for i, (flag, _, _) in enumerate(_PHRASES)}
_TRIM: Final = " \t-–—•·*:|>»→▶►☞[(「【■●\"'“„"


def phrase_flags(text: str) -> int:
    """Return the flags of the phrases a line begins with or holds."""
    if len(text) > LONGEST_LINE:
        return 0
    line = text.lower().lstrip(_TRIM)
    flags = 0
    for flag, start in _START:
        if start.match(line):
            flags |= flag
    for found in _ANYWHERE.finditer(line):
        group = found.lastgroup
        if group is not None:
            flags |= _FLAG_OF_GROUP[group]
    return flags
