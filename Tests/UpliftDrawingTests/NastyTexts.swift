/// Texts that are hard to set, in many scripts.
enum NastyTexts {
  /// Words that `pdftotext` gives back as they were written, wherever their lines break.
  static let readable = [
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde",
    "Rückerstattungsverfahrensbestätigungsschreiben kommt erst nach drei Wochen",
    "退货政策很长没有人会读到最后所以大家都打电话来问", "返品ラベルが箱の中に見つからなかった",
    "Zażółć gęślą jaźń", "12345678901234567890123456789012345678901234567890",
    "https://example.org/a/very/long/address?with=many&parameters=that&nobody=reads#ever",
    "first line\nsecond line\n\n  fourth line \n", "a", "7",
    String(repeating: "The parcel waits at the counter while nobody knows whose it is. ", count: 9),
  ]

  /// The rest: right to left, stacked marks, joined pictures, nothing, and what cannot be broken.
  static let others = [
    "", " ", "\n", "يوجد ملصق في الصندوق ولكن العميل لم يجد المقص",
    "מדבקת המשלוח נמצאת בקופסה מתחת לבגדים", "שָׁלוֹם עֲלֵיכֶם", "مُسْتَشْفَىٰ",
    "ผู้ซื้อรอพัสดุอยู่ที่บ้านทั้งวันแต่ไม่มีใครมาส่ง", "ग्राहक को वापसी की रसीद नहीं मिली और वह फिर से फ़ोन करता है",
    "👩‍👩‍👧‍👦👨🏽‍💻🏳️‍🌈🇩🇪❤️‍🔥👍🏿", "📦 🙂 Parcel 📦", "Paket 12 של الطرد 3 (退货)",
    "e\u{301}t\u{e9} — ﬁ ﬀ", "soft\u{ad}hy\u{ad}phen\u{ad}ation", "\ttab\there\t",
    "a\u{1}b\u{0}c", "line\u{2028}separator\u{2029}paragraph\r\nend",
    String(repeating: "m", count: 300), String(repeating: "请", count: 200),
  ]

  /// A single letter that is wider than a narrow card.
  static let widest = "﷽"
}
