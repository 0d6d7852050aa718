import Testing
import UpliftCore

@Suite struct CopyTitleTests {
  @Test(arguments: [
    ("Why?", ["Why?"], "Why? (2)"),
    ("Why?", ["Why?", "Why? (2)"], "Why? (3)"),
    ("Why? (2)", ["Why?", "Why? (2)"], "Why? (3)"),
    ("Why? (3)", ["Why? (2)", "Why? (3)", "Why?"], "Why? (4)"),
    // A number of its own.
    ("Plan (2)", ["Plan (2)"], "Plan (2) (2)"),
    ("Why? (20)", ["Why?", "Why? (20)"], "Why? (20) (2)"),
  ])
  func aCopyHasTheNextNumber(_ title: String, _ taken: [String], _ copy: String) {
    #expect(CopyTitle.title(of: title, among: taken) == copy)
  }
}
