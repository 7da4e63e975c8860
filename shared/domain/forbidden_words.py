"""By kind: what a text says that nobody may collect, and the same words where they mean no harm.

Patterns over text that `shared.domain.forbidden` made plain: one width, no space inside Japanese,
small letters.
"""

from typing import Final

_RELATIVE: Final = "(?:父|母|両親|親|夫|妻|兄|姉|弟|妹|配偶者|祖父|祖母)"
_THEIR: Final = r"(?:father|mother|parent|spouse|wife|husband|brother|sister)s?"
_OTHERS: Final = (
    "(?:患者|利用者|入居者|来院者|顧客|客|契約者|施主|会員)(?:さん|様)?(?:ご|の|ごとの)*"
)
_FAITH: Final = "(?:christian|muslim|buddhist|catholic|jew|hindu|atheist|jehovah's witness)"
_PARTY: Final = "(?:自民|自由民主|公明|共産|立憲民主|国民民主|社民|維新の会|れいわ新選組|参政)党?"

SAYS: Final[dict[str, tuple[str, ...]]] = {
    "origin": (
        r"(?<![求個職法成])人種(?![別目類])",
        "民族",
        "(?<!日)本籍",
        "出生地",
        "出身地",
        r"\b(?:race|ethnicity) ?(?::|is\b)",
        r"\bethnic (?:origin|background|group)\b",
        r"\b(?:place of birth|birthplace)\b",
        r"\bi was born in (?!\d)",
    ),
    "social_status": ("社会的身分", r"(?<![部専])門地", "家柄", "部落", r"\bsocial status\b"),
    "creed": (
        "宗教",
        "信仰",
        "(?:キリスト|仏|イスラム|ユダヤ|ヒンズー)教徒",
        "クリスチャン",
        "ムスリム",
        "創価学会",
        "思想",
        "信条",
        "人生観",
        r"\breligion ?:|\bmy (?:religion|faith)\b",
        r"\breligious (?:affiliation|beliefs?|views?)\b",
        rf"\b(?:i am|i'm) an? (?:\w+ )?{_FAITH}\b|\b(?:devout|practi[cs]ing) {_FAITH}\b",
    ),
    "politics": (
        "支持(?:する)?政党",
        rf"{_PARTY}の?(?:党員|支持|支援|後援)",
        "入党",
        "(?<!大)学生運動(?!部|会|場|競技)",
        "社会運動",
        "消費者運動",
        "政治活動",
        r"\bpolitical (?:party|affiliation|views?|beliefs?)\b",
        r"\bmember of the [\w ]{1,20} party\b",
    ),
    "union": (
        "労働組合",
        "労組",
        "組合員",
        r"\b(?:trade|labou?r) unions?\b",
        r"\bunion member(?:ship)?\b",
    ),
    "family": (
        "家族構成",
        "扶養家族",
        "配偶者の有無",
        f"(?:家族|{_RELATIVE})の(?:職業|勤務先|勤め先|収入|年収|学歴|仕事|健康)",
        f"{_RELATIVE}は[^。、]{{0,12}}(?:勤務|勤め|経営|自営|会社員|公務員|医師|教師|教員|無職)",
        r"\bfamily (?:composition|income|background)\b",
        r"\bmarital status\b",
        r"\bnumber of dependants\b",
        rf"\b{_THEIR}'s? (?:occupation|job|income|employer)\b",
        rf"\bmy {_THEIR} (?:is an?|are|works?|owns?|runs?)\b",
    ),
    "property": (
        "持ち?家",
        "借家",
        "住宅状況",
        "住居の(?:種類|状況|間取り)",
        "(?:本人|家族|自分|世帯)の資産",
        "資産(?:状況|額)",
        r"\bhomeowners?\b|\bi own (?:a|my) (?:house|home|flat)\b",
        r"\b(?:personal|family|my) (?:assets|net worth|wealth)\b",
        r"\bhousing situation\b",
    ),
    "reading": (
        "愛読",
        "購読(?:する|している)?(?:新聞|雑誌|紙)",
        r"\bfavou?rite (?:book|author|newspaper|magazine)s?\b",
        r"\bnewspapers? i (?:read|subscribe)\b",
    ),
    "health": (
        "病歴",
        "既往(?:症|歴)",
        "持病",
        "通院(?:中|歴|して)",
        "精神疾患",
        "健康診断(?:の)?結果",
        r"\bmedical (?:history|conditions?)\b",
        r"\bchronic (?:illness|disease)s?\b",
        r"\bhealth (?:problems?|history)\b",
    ),
}

MEANS_NO_HARM: Final[dict[str, tuple[str, ...]]] = {
    "origin": (
        "(?:少数|多)?民族(?:学|誌|衣装|音楽|舞踊|博物館|楽器|資料)",
        "(?:人種|民族)[^。]{0,12}(?:問わ|差別|平等)",
        "出生地主義",
        "出身地(?:別|域)",
    ),
    "social_status": ("部落(?:差別|問題)",),
    "creed": (
        "宗教(?:法人|学|史|音楽|美術|建築|用品|改革|団体)",
        "(?:設計|製品|開発|デザイン|基本|経済|政治|東洋|西洋|社会|建築|現代|日本|教育)思想",
        "思想(?:史|家)",
        "(?:経営|企業|行動|会社の)信条",
        "山岳信仰",
    ),
    "politics": ("社会運動論", "政治活動(?:費|資金)(?:規正|の取材)"),
    "union": (
        "労働組合(?:法|論|史)",
        "労(?:働組合|組)(?:等)?(?:と|へ|向け|対応|対策|担当|窓口|交渉|折衝|折り?合)",
        "労(?:働組合|組)の(?:対応|窓口|交渉|折衝|担当)",
        "(?:協同組合|生協|農協|漁協|管理組合|共済組合|健康保険組合)(?:の|など)?組合員",
        "組合員(?:向け|様|サービス|管理システム)",
        r"(?:trade|labou?r) unions? (?:acts?|laws?|negotiations?|relations|liaison)",
        r"credit union members?(?:hip)?",
    ),
    "family": (
        f"{_OTHERS}家族構成",
        "家族構成(?:に合|に応|別)",
        "扶養家族手当",
        "父の日|母の日",
    ),
    "property": (
        "借地借家",
        "借家法",
        "持ち?家(?:率|政策|(?:の)?(?:購入|取得)?(?:支援|促進|制度|希望|検討))",
        r"homeowners?'? (?:insurance|associations?)",
    ),
    "reading": ("愛読者", "ご愛読"),
    "health": (
        f"{_OTHERS}(?:病歴|既往(?:症|歴)|持病|健康診断(?:の)?結果|通院歴)",
        "(?:病歴|既往歴)(?:の)?(?:聴取|管理|入力|データ|確認)",
        "健康診断(?:の)?結果(?:の)?(?:管理|入力|データ|システム)",
        "精神疾患(?:の|を|患)[^。]{0,8}(?:支援|看護|患者|治療|研究|ケア)",
        r"(?:patients?|clients?|residents?)(?:'s?)? (?:medical|health) (?:history|conditions?)",
        r"medical history (?:systems?|databases?|records?|software|forms?)",
        r"chronic (?:illness|disease)s? (?:management|research|care|prevention)",
    ),
}
