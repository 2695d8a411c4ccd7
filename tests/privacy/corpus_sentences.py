"""Sentences of the corpus, written for it: templates that ``corpus_words.fill`` varies."""

WITH_VALUE = """
{name}，{value}，{village}
{applicant}{name}（{value}）于{date}提交{service}材料。
经核对，{value}的申请已{outcome}。
{value}
{value}，{date}，{outcome}
{name},{value},{service},{outcome}
{date},{service},{name},{value}
"{name}","{value}","{outcome}"
{"name": "{name}", "code": "{value}", "status": "{outcome}"}
{"rows": [["{name}", "{value}"], ["{service}", "{outcome}"]]}
<td title="{value}">{outcome}</td>
<span data-no='{value}' hidden>{service}</span>
<!-- {name} {value} -->
<meta name="description" content="{service}：{name} {value}">
<input type="hidden" value="{value}">
| {name} | {value} | {outcome} |
- {name}：{value}，{village}
**{value}** {name} {service}
2026-07-01T09:30:12+08:00 INFO saved record {value} in 12 ms
[WARN] duplicate row: {value}
请通知{name}({value})到{window}窗口补交{material}。
{village}村民{name}，{value}，享受{service}{few}年。
编号{few}：{name}、{value}、{money}
{service}发放名单：{name}{value}，{money}
{name} {value} 每月{money}
/files/{name}-{value}.pdf
「{value}」已登记
备注：{value}已核实；{who}已签字。
""".strip().splitlines()
"""Where a private number stands without a word that says what it is."""

_REGISTER = """
{name} {value} {n}
{few} {name} {value} {mobile} {money}
{n},{value},{few}
{name},{id},{value},{card}
{value} {id}
{mobile} {value}
{name}\t{value}\t{date}\t{n}
{date} {value} {time}
{few}. {value} {few}
{few}、{value}、{mobile}
{name}　{value}　{card}　{money}
{n}|{value}|{n}|{date}
{value}↵{mobile}↵{n}
{few}↵{name}↵{value}↵{few}
{id};{value};{date}
""".strip()
BESIDE_OTHERS = [row.replace("↵", "\n") for row in _REGISTER.splitlines()]
"""Rows of a register as they come out of a PDF or a CSV: one private number next to another one or to counts."""

SPLIT_OVER_LINES = """
{name}，{value}，{outcome}
{service}名单 {value}
{value}
{village}{name}：{value}
""".strip().splitlines()

GUIDE = """
办理{service}，请到{window}窗口{verb}{material}。
{window}窗口在一楼{few}号台，上午{time}开始取号。
{service}自受理之日起{n}个工作日内办结，承诺{few}个工作日。
收到申请后，{who}应当在{few}个工作日内核对{material}。
材料不齐的，一次性告知需要补正的全部内容。
{service}不收费。
{service}每年{few}月和{few}月集中办理，其余时间随到随办。
{who}可以委托他人代办，代办时带授权委托书原件{few}份。
对结果有异议的，自收到决定之日起{n}日内申请行政复议。
{village}有{n}{unit}享受{service}，比上年增加{few}{unit}。
本月受理{service}{n}件，办结{n}件，按时办结率{percent}。
{material}一式{few}份，用A4纸，双面打印。
咨询电话{landline}，监督电话{landline}。
有疑问请拨打{hotline}，或到大厅询问引导员。
请在{date}前把{material}交到{village}便民服务点。
{office}在{few}个工作日内反馈审核意见。
{service}对象的人均月收入低于{money}。
补贴标准为每亩{money}，每户最多{few}亩。
{animal}受灾面积达到{percent}的，可以申请救灾补助。
本指南{date}修订，第{few}版，共{n}页。
{law}第{cn}条第{cn}款规定的期限为{n}日。
窗口办公时间：周一至周五{time}—{time}，法定节假日休息。
{town}便民服务大厅位于{town}不远路{few}号，乘{few}路公交车到镇政府站下车。
取号机在入口右侧，老年人可直接到{few}号窗口。
审批后由{office}在公示栏公示{few}天，监督电话：{landline}。
{service}的结果可以邮寄，邮费自理。
每份档案保存{n}年，按年度、事项和保管期限编号。
{who}对{material}的真实性负责，虚假申报的，追回{money}。
初审{few}天、复审{few}天、审批{few}天，合计不超过{n}天。
重大复杂的事项，经负责人批准可以延长{few}个工作日，只延长一次。
大厅共有{few}个窗口、{n}名工作人员，{year}年接待群众{big}人次。
网上办理的，登录政务服务网，搜索“{service}”。
可以在{village}、{village}、{village}三个代办点办理{service}。
家庭成员{few}人，其中劳动力{few}人，月收入{money}。
{date}起，{service}不再提供{material}。
第1、2、3、4、5、6、7、8、9、10号窗口受理{service}。
1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 下一页
一、二、三、四、五、六、七、八、九、十号台办理{service}
①{verb}{material}②{verb}{material}③等候④{outcome}⑤⑥⑦⑧⑨⑩
{few}-{few}-{few}月为集中受理期，其余月份顺延{n}天。
自助机24小时开放，{n}平方米的等候区有{few}排座椅。
沿G20高速、S321省道或{n}路公交到{town}。
{service}共{few}步：受理、初审、复审、审批、办理、反馈。
{date}，{office}发放{service}资金{money}，惠及{big}人。
{village}党群服务中心一楼大厅，{town}政府大院东侧{n}米。
线上办理率{percent}，满意率{percent}，同比提高{few}.{few}个百分点。
年满{n}周岁的老年人每人每月补贴{money}，百岁老人{money}。
{material}规格：宽{n}毫米、高{n}毫米，分辨率300dpi，文件不超过{n}KB。
取{n}号，前面还有{few}人，预计等候{n}分钟。
办理进度：受理{n}件、在办{n}件、办结{n}件、超期{few}件。
{service}（{year}年版）第{few}次修订，编号{few}-{few}。
逾期{few}日未补正的，视为撤回；{n}日后可以重新申请。
林地{n}.{few}亩，树龄{few}年，胸径{n}厘米，蓄积{n}.{n}立方米。
宅基地面积不超过{n}平方米，建筑高度不超过{n}米，层数{few}层。
{animal}种植{n}亩，每亩补贴{money}，由{office}核定后公示{few}天。
参保人员每年{few}月{few}日至{n}日缴费，标准{money}/年。
{year}—{year}年度共支出{money}，结余{money}。
{who}年龄{n}岁，工龄{few}年，家庭{few}口人。
每周一、三、五上午{time}到{time}，{office}派员坐班。
第{few}季度评议得分{n}.{few}分，排名第{few}。
服务半径{n}米，服务人口{big}，网格{n}个。
本表一式{few}联，第{few}联交{who}，第{few}联存档{n}年。
档案号{year}-{n}-{few}，保管期限{n}年，共{n}页。
会议于{date}{time}在{town}三楼会议室召开，应到{n}人，实到{n}人。
{office}：{few}人；{office}：{few}人；合计{n}人。
提示：{few}个工作日=不含法定节假日；{n}日=自然日。
办件量{big}、{big}、{big}，分别增长{percent}、{percent}、{percent}。
咨询时间：{time}—{time}，{time}—{time}；电话{landline}。
{year}年{few}月起执行每人每月{money}，原标准{money}废止。
窗口：{few}号、{few}号、{few}号；楼层：{few}楼；排队：{n}人
从{date}到{date}，{service}暂停，恢复时间另行通知。
最高补助{money}，自付部分超过{money}的按{percent}救助。
网络异常时拨打{hotline}，或在{time}前到{few}号窗口。
{town}辖{n}个村、{few}个社区，面积{n}.{few}平方公里，人口{big}。
""".strip().splitlines()

LAWS = """
第{cn}条　{office}应当自受理之日起{n}个工作日内作出决定。
（{cn}）违反本办法规定，情节严重的，处{money}以上{money}以下罚款；
第{cn}章　监督检查
本条例自{date}起施行，{date}发布的办法同时废止。
依照{law}第{cn}条、第{cn}条的规定，制定本办法。
{few}.{few}　{who}有权查询与本人有关的登记内容。
（{date}第{cn}届人民代表大会常务委员会第{cn}次会议通过）
公民从年满十六周岁之日起，可以申请领取居民身份证。
居民身份证登记的内容包括姓名、性别、民族、出生日期、住址和公民身份号码。
公民身份号码是每个公民唯一的、终身不变的身份代码。
{office}及其工作人员对知悉的个人信息应当保密。
有下列情形之一的，处二百元以下罚款，并处没收违法所得：
县级以上人民政府{office}负责本行政区域内的{service}工作。
第{n}条 本规定所称“以上”包括本数，“不足”不包括本数。
第{cn}条　{who}对决定不服的，可以自知道之日起六十日内申请行政复议，或者六个月内提起诉讼。
第{cn}条　具备下列条件的，由{office}发给证件：（一）年满十六周岁；（二）有固定住所；（三）{few}年内无违法记录。
{year}年{few}月{few}日国务院令第{n}号公布　根据{date}《关于修改部分行政法规的决定》第{cn}次修订
二〇二一年一月一日至二〇二五年十二月三十一日期间适用本条。
{law}（{year}年修正）第{n}条第{few}款第（{few}）项
居住证的签注期限为一年；逾期不办的，停止使用。
居民身份证由{office}统一制作、发放；编号按照公民身份号码国家标准编制。
一百八十日、九十日、三十日的期限均从材料齐备之日起计算。
罚款数额为{money}的{few}倍以上{few}倍以下，最高不超过{money}。
{office}不得向任何单位或者个人出售、提供公民个人信息。
前款所称证件，包括身份证、户口簿、护照以及{paper}。
户口登记簿和户口簿登记的事项，具有证明公民身份的效力。
任何组织或者个人不得伪造、变造、买卖{paper}。
信访人采用走访形式的，多人提出共同事项的应当推选代表，代表人数不得超过{few}人。
""".strip().splitlines()

NAMES_PAPERS = """
请带{paper}、{paper}原件及复印件{few}份。
{paper}丢失的，先到{office}补办，{n}天后领取。
提供{who}的{paper}，身份证号码要与户口簿一致。
填写姓名、身份证号码、手机号码和家庭住址。
请核对证件号码、银行账号是否正确。
身份证号：__________
身份证号（18位）：请用正楷填写
证件类型：{paper}；证件号码：（由窗口人员填写）
手机号码填11位，座机请写区号。
{paper}有效期不足{n}天的，请先换领。
社保卡号印在卡的正面，银行账号印在背面。
名单中的身份证号码、手机号码和住址均已隐去。
联系电话：（见申请表）
“证件号码”一栏不得涂改。
| 姓名 | 证件号码 | 手机号码 | 住址 |
姓名,身份证号,联系电话,家庭住址,开户行,银行账号
"id_number": {"title": "证件号码", "type": "string", "maxLength": 18}
护照号码、港澳通行证号码以证件上的为准。
{who}持{paper}到{few}号窗口{verb}。
微信号、QQ号不是必填项。
身份证号码由18位数字组成，最后一位可能是X。
驾驶证、行驶证、车牌号码不作为{service}的材料。
残疾人证号以残联系统登记的为准，{date}前办理的不用更换。
《{paper}》和《{paper}》复印在同一张A4纸上。
账号：以{office}公布的为准
电子邮箱用来接收通知，没有的可以不填。
<label for="id-number">身份证号码（必填）</label><input id="id-number" maxlength="18">
户口簿首页、户主页、本人页各复印{few}份。
家庭住址写到村（居）民小组、门牌号。
不公开{paper}号码、住址、银行账号。
身份证号码第7至14位是出生日期，第15至17位是顺序码，第18位是校验码。
查询结果只显示收件编号和日期，不显示姓名、证件号码和电话。
请把银行卡号、户名、开户行写清楚，填错的退回{few}次后须到窗口更正。
手机号码变更的，{few}日内到{few}号窗口更新。
港澳台居民用居住证或通行证，外国人用护照或永久居留身份证。
身份证、户口簿、结婚证各{few}份，{paper}{few}份。
身份证号码：（18位）
姓名：______　身份证号：______　联系电话：______
护照号码（Passport No.）：见证件首页
残疾人证分{few}级，残疾证号前18位与身份证号相同。
车牌号：无；联系方式：{landline}
开户银行、账号由{office}在{few}个工作日内核对。
一个身份证号{year}年内只能申请{few}次。
学号、病历号、准考证号都不要写在申请书上。
持社会保障卡（医保卡）到{few}家定点医院就诊。
请勿在留言中填写身份证号、银行卡号或验证码。
证件号码长度：{few}至{n}位
户口簿上的户号、户别不变的，不用换领。
微信扫码关注{town}便民公众号，QQ群不再使用。
{who}联系电话以{date}登记的为准。
证件号码：同上
身份证号：已核验
手机：必填；邮箱：选填；住址：必填
银行账号：******（已隐去）
驾驶证准驾车型C1、C2，{n}岁以上每年体检一次。
军官证、士兵证、文职干部证均可作为身份证件。
""".strip().splitlines()

MARKUP = """
<path d="M{n}.{few} {n}.{n}L{n} {few}.5C{few} {n} {n}.5 {few} {n}.{n} {n}z" fill="#1a73e8"/>
<path d="M{n} {few}a{few} {few} 0 0 1 {few} {few} {few} {few} 0 0 1-{few} {few} {few} {few} 0 0 1-{few}-{few} {few} {few} 0 0 1 {few}-{few}m0 9a4 4"/>
<rect x="{n}" y="{n}" width="{n}.5" height="{few}" rx="2"/>
<svg viewBox="0 0 1200 640" width="1200" height="640">
@media (max-width: 600px) { .table td { padding: {few}px {n}px; margin: 0 -{few}px } }
color: #{few}{few}a0b{few}; transform: translate({n}px, {n}px) rotate({few}deg)
<img src="logo@2x.png" srcset="logo@2x.png 2x, logo@3x.png 3x" width="{n}">
const SIZE = {big}, RATE = 0.{n}{n}; // 版本 {few}.{few}.{n}
坐标：{n}.{n}{n}，35.{n}{n}
纬度 35.{n}{n}，经度 116.{n}{n}{few}
gongshi {few}.{n}.{few}，mkdocs 1.6.1，Python 3.11.{few}
https://www.xugu.example/services/{year}/{n}/page-{n}.html?v={big}&p={few}#a{n}
[办事指南](../services/linshi-jiuzhu/index.html "{service}") v{few}.{few}.{few}
npm @scope/package@{few}.{few}.{few}
**{hotline}**热线 ｜ **{n}**件 ｜ *{percent}*
尺寸：1200*600*{n}mm；桌面{n}×{n}×75cm
2*3*4={n}，合计{n}×{few}
192.168.{few}.{n} 10.0.0.{few} ::1
<td>{n}</td><td>{n}</td><td>{percent}</td><td>{date}</td>
<li><a href="../{year}-Q{few}/">{year}年第{few}季度</a>（{n}件）</li>
<polyline points="{n},{n} {n},{n} {n},{n} {n},{n} {n},{n}"/>
<time datetime="{year}-0{few}-1{few}T08:30:00+08:00">{date}</time>
{"x": [{n}, {n}, {n}], "y": [{n}.{few}, {n}.{few}, {n}.{few}], "year": {year}}
<meta name="viewport" content="width=device-width, initial-scale=1">
grid-template-columns: repeat(auto-fit, minmax({n}px, 1fr)); font-size: 1.{n}{few}rem
\u4e00\u4e8c {few}. {few}) ({n}) [{n}] #{n}
<loc>https://www.xugu.example/results/{year}-q{few}/{n}/</loc><lastmod>{year}-0{few}-1{few}</lastmod>
/*! v{few}.{n}.{few} | {year} */ var a={n},b={n},c=.{n}{n},d={big};
<text x="{n}.{n}" y="{n}.{n}" font-size="12">{n}件</text>
%PDF-1.7 {n} 0 obj << /Length {n} /Type /Page >> xref 0000000{n}{few} 00000 n
""".strip().splitlines()

SENTENCES = {
    "document": ("根据{}的规定，", "《关于做好{service}工作的通知》（{}）", "依据：{}第{cn}条", "{}", "文号：{}，{date}印发", "见{}和{law}",
        "- [{}](../law.html)", "{service},{},{date}"),
    "standard": ("按{}执行", "符合{}的要求", "{}《{service}服务规范》", "标准：{}", "{} 第{few}.{few}条"),
    "receipt": ("收件编号：{}", "收件编号 {}", "{}", "受理编号{}，{service}，{outcome}", "{},{service},{outcome}",
        "您的业务{}已于{date}{outcome}。", '{"receipt": "{}", "status": "{outcome}"}', "<td>{}</td>", "查询码：{}",
        "/results/{year}/{}.json", "办件编号：{}；{window}", "| {} | {service} | {outcome} |"),
    "item code": ("事项编码：{}", "实施编码 {}", "{},{service}", "| {service} | {} |", '"code": "{}"', "基本编码：{}，类型：行政给付"),
    "other number": ("{}", "（{}）", "{} {town}", '"value": "{}"', "<small>{}</small>"),
    "date": ("{date}", "{date}至{date}", "公示期：{date}—{date}", "{service},{date},{date},{date}",
        "受理日期：{date}；办结日期：{date}", "{date} {time}", "更新时间：{date} {time}",
        '{"accepted": "{date}", "due": "{date}"}', "{date}T{time}+08:00", "截至{date}{time}，共{n}件",
        "| {date} | {date} | {few} |", "{date}\n{date}\n{date}"),
    "phone": ("咨询电话：{landline}", "监督电话：{landline}、{hotline}", "拨打{hotline}投诉", "{window} {landline}",
        "{office},{landline},{hotline}", "电话：{landline}/{landline}", '<a href="tel:{landline}">{landline}</a>',
        "{town}便民服务大厅：{landline}（工作日{time}—{time}）", "联系电话：{landline}", "{landline}", "传真：{landline}",
        "| {office} | {landline} |"),
    "amount": ("{money}", "补助{n}人，共{money}", "{service},{n},{money}", "合计：{money}（{percent}）",
        "每人每月{money}，{few}个月共{money}", "| {service} | {n} | {money} |", "预算{money}，支出{money}"),
}  # fmt: skip
"""Kind of clean line -> sentences; ``{}`` takes the number."""
