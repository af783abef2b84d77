"""Phrases that short lines of boilerplate begin with or hold, in the languages of the news.

Each is a fact about how pages speak to their readers; what it is worth is
learned (see block_model). In the lists ``_`` stands for a blank and ``*`` for the
end of a stem ("partag*" is partager, partagez...). Phrases of scripts without
blanks are compared with the first characters of the line.
"""

from __future__ import annotations

from typing import Final

LONGEST_LINE: Final = 260
"""Longer texts are running text, whatever they begin with."""

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

_OPENINGS: Final = {
    READ_ALSO: "read_also read_more read_next read_on read_the_full also_read see_also see_more "
    "more_on more_from more_about more_in more_stories more_news more_articles more_like related "
    "recommended you_may you_might don't_miss don’t_miss most_read most_popular most_viewed "
    "most_recent trending latest popular up_next next previous editor's_picks editors'_picks "
    "keep_reading continue_reading further_reading learn_more recent_posts recent_articles "
    "what_to_read top_stories featured lesen_sie lies_auch mehr_zum mehr_zu mehr_aus mehr_von "
    "mehr_dazu mehr_lesen mehr_artikel mehr weitere* auch_interessant das_könnte siehe_auch "
    "zum_thema meistgelesen* passend_dazu aktuelle neueste* nächster vorheriger lire_aussi "
    "lire_la_suite à_lire voir_aussi sur_le_même les_plus articles_liés articles_similaires "
    "lee_también lee_además leer_más te_puede también_te ver_más más_leídas más_leídos "
    "más_noticias más_información relacionad* notas_relacionadas leggi_anche leggi_di "
    "potrebbe* articoli_correlati leia_também leia_mais leia veja_também mais_lidas czytaj* "
    "zobacz* przeczytaj* polecamy lees_ook lees_meer meer_over meer_lezen läs_också läs_även "
    "läs_mer les_også les_mer læs_også læs_mere lue_myös lue_lisää читайте смотрите по_теме "
    "читать также ещё еще дивіться схожі daha_fazla ilgili* haber* baca_juga baca xem_thêm "
    "tin_liên đọc_thêm اقرأ اقرا المزيد קראו עוד διαβάστε citește* přečtěte související* "
    "kapcsolódó* olvass* прочетете още skaityti* taip_pat skaitykite 相关 相關 延伸 推荐 推薦 更多 "
    "関連 あわせ おすす 人気 こちら 관련 추천 많이 猜你喜 热门推 熱門推 往期回 往期推 "
    "上一篇 下一篇 为你推 为您推 精彩推 阅读排 前の記 次の記 ランキ もっと見る 이전기 다음기",
    SHARE_THIS: "share* follow_us follow_me follow_the follow_on follow tweet pin_it save print "
    "email copy_link like_us find_us connect_with teilen artikel_teilen artikel_drucken "
    "folgen_sie folge* merken drucken partag* suivez* imprimer compart* síguenos siga "
    "condivid* seguici udostępnij delen dela del jaa поделиться* поділитися* подпис* paylaş* "
    "bagikan* chia_sẻ شارك facebook* twitter whatsapp linkedin pinterest telegram instagram "
    "reddit flipboard add_as 分享 シェア 공유 扫码分 扫一扫 长按识 掃一掃 点赞 點讚 收藏本 "
    "打开a 转发到 ツイー フォロ 좋아요",
    SIGN_UP: "sign_up subscribe* newsletter* get_our get_the get_your get_more get_updates "
    "join_our "
    "join_the join_us join_now enter_your e-mail email_address register* create_an create_a "
    "log_in login sign_in download_our download_the support_us support_our donate become_a "
    "jetzt_anmelden jetzt_abonnieren jetzt_kostenlos abonnieren anmelden registrieren inscri* "
    "abonne* recevez* suscr* regístrate recibe* iscriviti ricevi assine* cadastre* zapisz_się "
    "schrijf_je aanmelden want_more never_miss stay_up stay_informed start_your try_ 订阅 訂閱 "
    "登录 登入 会員 登録 구독 "
    "扫码关 关注我 下载客 下載a 下载a ログイ メルマ 無料会 로그인",
    RIGHTS: "© copyright* (c) all_rights alle_rechte tous_droits todos_los_derechos "
    "tutti_i_diritti todos_os_direitos wszelkie_prawa terms privacy disclaimer impressum "
    "datenschutz* 版权 版權 著作 無断 ⓒ 저작 声明： 聲明： 免责声 "
    "免責聲 免責事 特别声 郑重声 未经授 未經授 未经许 转载请 轉載請 禁止转 무단전 무단 ",
    ADVERTISING: "advert* anzeige werbung publicit* publicidad pubblicità annons* reklam* "
    "sponsored "
    "promoted paid_content paid_post affiliate we_may_earn we_may_receive when_you_buy "
    "when_you_purchase if_you_buy if_you_click this_post_may this_post_contains "
    "this_article_contains disclosure ad iklan quảng_cáo إعلان реклама* story_continues "
    "article_continues scroll_to buy* shop check_price see_price view_deal see_at "
    "广告 廣告 広告 광고",
    PHOTO: "photo* image* picture* credit* foto fotos* foto: bild bild: crédit* crédito* imagen* "
    "immagine fot. zdjęcie* getty* illustration* grafik graphic фото* screenshot* file_photo "
    "view_image "
    "show_caption hide_caption toggle enlarge representational* courtesy 图 圖 写真 사진",
    WRITTEN_BY: "by written_by reviewed_by edited_by reporting_by von par por di door av text: "
    "author* autor* redaktion автор* staff medically* fact-check* fact_checked posted_by "
    "published_by story_by contribut* words_by 作者 记者 責任 责任 编辑 文/ 記者 기자 责编 責編 "
    "校对： 审核： 采写： 撰文： 撰稿： 執筆 取材・ 文＝ 編集＝",
    DATED: "published* first_published last_updated last_modified originally_published updated* "
    "posted* modified created stand: veröffentlicht* aktualisiert* erstellt publié* mis_à_jour "
    "publicado* actualizado* pubblicato aggiornat* opublikowano gepubliceerd publicerad date* "
    "monday* tuesday* wednesday* thursday* friday* saturday* sunday* mon tue wed thu fri sat sun "
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec 发布 發布 時間 时间 更新 公開 입력 수정",
    DISCUSS: "comment* leave_a_reply leave_a_comment add_a_comment add_your post_a_comment "
    "join_the_conversation join_the_discussion view_comments show_comments reply* your_email "
    "write_a kommentar* diskut* commentaire* laisser_un réagir comentari* deja_un deja_tu "
    "commenti commento komentarz* skomentuj* reacties комментари* yorum* bình_luận komentar* "
    "評論 评论 コメント 댓글 网友评 发表评 我要评 全部评 "
    "最新评 热门评 参与评 写评论 發表評 留言 コメン",
    FILED_UNDER: "tags* tag filed_under filed_in topic* categor* keyword* posted_in label* "
    "schlagw* "
    "themen* mots-clés* etiquetas* temas argomenti tagi теги* trefwoorden emner в_рубрике "
    "in_this_story 标签 標籤 タグ 태그 关键词 關鍵字 關鍵詞 キーワ",
    ON_THIS_PAGE: "table_of contents on_this_page jump_to in_this_article in_this_guide "
    "in_this_post inhalt inhaltsverzeichnis* sommaire índice quick_links skip_to what's_inside "
    "目次",
    PAY: "already_a subscribers_only subscriber_only this_article_is this_content_is this_story_is "
    "to_continue to_read_the keep_reading unlock* premium plus paywall jetzt_weiterlesen "
    "jetzt_testen jetzt_lesen sie_haben_bereits weiterlesen exklusiv_für réservé* "
    "cet_article_est article_réservé déjà_abonn* contenido_exclusivo ya_eres solo_para "
    "contenuto_riservato continue_reading enjoy_unlimited 有料 会員 残り 続きを 付费阅 订阅后",
    COOKIE: "we_use_cookies this_site_uses this_website_uses wir_verwenden wir_nutzen cookie* "
    "we_and_our we_value an_dieser_stelle empfohlener_redaktioneller externer_inhalt "
    "externe_inhalte externen_inhalt ich_bin_damit to_view_this to_display_this ce_contenu_est "
    "pour_afficher_ce este_contenido_está",
    WATCH: "watch* listen* play video* audio* podcast* gallery ansehen anhören vidéo* vídeo* "
    "regarder écouter escucha* смотрите* view_gallery slideshow live loading* now_playing "
    "your_browser advertisement 观看 動画",
    NAVIGATE: "home back_to return_to go_to menu* close open search* start startseite zurück "
    "retour "
    "volver inicio top load_more show_more show_less show_all view_all view_more click_here "
    "advertise contact* about_us help skip* expand alle_anzeigen mehr_anzeigen report_a "
    "report_an report_this send_us got_a do_you_have have_a_tip have_a_story 首页 トップ 홈 "
    "首頁 返回首 返回顶 返回列 返回上 "
    "当前位 您的位 您现在 目前位 ホーム",
    ABOUT: "about* über_den über_die über_uns zur_person à_propos sobre_el sobre_la sobre_o "
    "chi_siamo o_autor* meet_the who_is 关于 profile*",
    SOURCE: "source* quelle* fuente* fonte* źródło* bron kilde via with_inputs with_agenc* (with "
    "(this_story this_article_was this_story_was this_post_was this_article_originally "
    "this_article_first this_interview originally_published editor's_note editor’s_note note: "
    "note (ap) (reuters) (afp) dpa correction* republished reprinted reference* bibliograph* "
    "footnote* 來源 来源 出典 출처 источник*",
}

_ANYWHERE: Final = {
    SHARE_THIS: "facebook twitter whatsapp linkedin instagram",
    SIGN_UP: "newsletter newsletters inbox unsubscribe subscribe",
    RIGHTS: "©2023 ©2024 ©2025 reserved vorbehalten reproduced",
    ADVERTISING: "affiliate commission commissions",
    PHOTO: "getty shutterstock afp/ reuters/ imago istock unsplash dpa/ /afp /reuters /dpa /epa © "
    "images photo: foto: credit: photograph",
    WRITTEN_BY: "correspondent reporter editor journalist contributed",
    DATED: "ago uhr a.m p.m am pm ist gmt bst read lesezeit min",
    DISCUSS: "comments comment",
    PAY: "subscriber subscribers members abonnent abonnenten abonné abonnés suscriptores "
    "weiterlesen subscription",
    COOKIE: "cookie cookies",
    WATCH: "javascript browser audio video",
    NAVIGATE: "» › → click here",
    ABOUT: "writer author columnist freelance freelancer founder professor producer redakteur "
    "redakteurin biography graduated lives",
    SOURCE: "dpa afp reuters ap ani pti ians epa originally republished",
}


def _read(lists: dict[int, str]) -> tuple[dict[str, int], dict[str, int]]:
    whole: dict[str, int] = {}
    stems: dict[str, int] = {}
    for flag, phrases in lists.items():
        for phrase in phrases.split():
            table = stems if phrase.endswith("*") else whole
            key = phrase.rstrip("*").replace("_", " ").strip()
            table[key] = table.get(key, 0) | flag
    return whole, stems


_WHOLE, _STEMS = _read(_OPENINGS)
_LONGEST_STEM: Final = max(map(len, _STEMS))
_SHORTEST_STEM: Final = min(map(len, _STEMS))
_STEM_STARTS: Final = frozenset(stem[:_SHORTEST_STEM] for stem in _STEMS)
_LONGER: Final = frozenset(phrase.split()[0] for phrase in _WHOLE if " " in phrase)
_INSIDE: Final = {word.encode(): flag for word, flag in _read(_ANYWHERE)[0].items()}
_INSIDE_WORDS: Final = frozenset(_INSIDE)
_TRIM: Final = " \t-–—•·*:|>»→▶►☞[「【■●\"'“„"
# One look-up a byte; a table for text asks a dictionary for every character.
_PUNCTUATION: Final = bytes.maketrans(b',.;!?()[]"|', b" " * 11)


def phrase_flags(text: str) -> int:
    """Return the flags of the phrases that a line begins with or holds.

    Of running text only the words about cookies are looked for.
    """
    if len(text) > LONGEST_LINE:
        return COOKIE if "ookie" in text else 0
    line = text.lower()
    words = line[:80].lstrip(_TRIM).split(None, 3)
    flags = 0
    if words:
        get = _WHOLE.get
        one = words[0].rstrip(".,:!?|")
        flags = get(words[0], 0) | get(one, 0)
        if one[:_SHORTEST_STEM] in _STEM_STARTS:
            for length in range(_SHORTEST_STEM, min(len(one), _LONGEST_STEM) + 1):
                stem = one[:length]
                if stem in _STEMS:
                    flags |= _STEMS[stem]
        if len(words) > 1 and one in _LONGER:
            two = one + " " + words[1].rstrip(".,:!?|")
            flags |= get(two, 0)
            if len(words) > 2:
                flags |= get(two + " " + words[2].rstrip(".,:!?|"), 0)
        if one and one[0] > "\u3000":
            flags |= get(one[:2], 0) | get(one[:3], 0)
    if not line.isascii():
        line = line.replace("“", " ").replace("”", " ")
    line_words = line.encode("utf-8", "replace").translate(_PUNCTUATION).split()
    for word in _INSIDE_WORDS.intersection(line_words):
        flags |= _INSIDE[word]
    return flags
