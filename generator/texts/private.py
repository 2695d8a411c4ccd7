"""What the gate calls what it finds, why it cannot read a file, and what to do about either. Read by clerks."""

PRIVATE_KIND_NAMES: dict[str, str] = {
    "resident-id": "身份证号",
    "resident-id-15": "15位身份证号",
    "masked-id": "隐去不够的证件号码",
    "travel-permit": "通行证或居住证号",
    "passport": "护照号",
    "other-paper": "其他证件号码",
    "mobile": "手机号码",
    "bank-card": "银行卡号",
    "plate": "车牌号",
    "email": "个人邮箱",
    "address": "详细到门牌的住址",
    "labelled-number": "证件、账户或家庭电话号码，或者出生日期",
    "sensitive-name": "与疾病、信访、矫正或者孤儿、留守儿童有关的姓名",
    "name": "个人姓名",
    "photo-position": "照片拍摄位置",
    "picture-page": "只有图片、没有文字的页",
    "unreadable": "无法检查的内容",
}
"""Kind of private value (``privacy.finding.PrivateKind``) -> its name."""

UNREADABLE: dict[str, str] = {
    "cut off": "文件不完整",
    "damaged": "文件损坏，或者有密码",
    "drawn as other digits": "有的号码画出来是一个，文件里写的是另一个；请用原来的 Word、WPS 文档重新导出",
    "entities from elsewhere": "引用了别的文件",
    "film or sound": "里面有音像",
    "form of its own": "是由程序填写的动态表单",
    "nested too deeply": "文件套文件，套得太多",
    "paints too much": "里面的图形互相套用，没有尽头或者太多",
    "packed in an unknown way": "有的内容不知道怎样解开",
    "saved too often": "改过太多次，旧内容还留在文件里",
    "script": "里面有脚本",
    "signs without letters": "有的字只有字形、没有文字编码；请用原来的 Word、WPS 文档重新导出",
    "something behind its file": "结尾后面还有别的内容",
    "something between its blocks": "中间夹着别的内容",
    "something between its files": "中间夹着别的内容",
    "something between its segments": "中间夹着别的内容",
    "too large": "文件太大",
    "too many files": "里面的文件太多",
    "too many pages": "页数太多",
    "unknown kind of file": "不认识的文件种类",
    "unpacks to too much": "解开以后太大",
}
"""Why a file, or a part of it, cannot be read (the text of ``privacy.finding.Unreadable``) -> in words."""

WAYS_OUT: dict[str, str] = {
    "never": "请删去；身份证号不能登记，也不能豁免。",
    "listed": "请删去；大厅特意对外公布的，在 site.yml 的 public_contacts 里登记一次，写明理由，全站都能写。",
    "waived": "请删去；确实应当公布的，运行 gongshi scan --waiver 登记豁免。",
    "photo-position": "请运行 gongshi clean 文件名，换上去掉位置的那一份；确实应当公布的，运行 gongshi scan --waiver 登记豁免。",
    "picture-page": "请一个人逐页看过，没有个人信息的登记在 content/seen.yml；写法见 gongshi check 的提醒。",
    "unreadable": "请删去，或换成能检查的：有密码的先去掉密码；有原来的文档的，重新导出 PDF；没有的，运行 gongshi clean 文件名，只留看得见的画面。",
}
"""What to do about a private value that was found (``privacy.waivers.way_out``)."""
