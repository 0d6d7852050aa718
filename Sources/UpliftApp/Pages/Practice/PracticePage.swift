import Foundation
import Gtk
import UpliftCore

/// One of several views of a practice: a register, a picture of its figures, a form.
@MainActor struct PracticeTab {
  var title: String
  /// Records that can be shown there.
  var kinds: Set<EntityKind>
  /// What else somebody may look for it by.
  var words: String
  /// What stands on it, each under a title of its own.
  var findings: [PlanFinding]
  /// Made when it is looked at for the first time.
  var make: () -> any Page

  init(
    _ title: String, _ kinds: Set<EntityKind> = [], words: String = "",
    findings: [PlanFinding] = [], make: @escaping () -> any Page
  ) {
    self.title = title
    self.kinds = kinds
    self.words = words
    self.findings = findings
    self.make = make
  }
}

/// A practice with its views side by side, of which one is seen.
@MainActor final class PracticePage: Page {
  let place: Place
  let title: String
  let tabs: [PracticeTab]
  private var pages: [Int: any Page] = [:]
  private var stale: Set<Int> = []
  /// The place of the view that is seen.
  private(set) var shown = 0
  private let box = Box(.vertical)
  private let stack = Stack()
  private let inspectors = Stack()
  private var switcher: SegmentedEditor<Int>?
  private var say: ((String) -> Void)?
  /// Another view is seen: header and inspector are its.
  var onTurn: (() -> Void)?
  private var offer: ((String, String, @escaping () -> Void) -> Void)?

  convenience init(_ practice: Practice, _ tabs: [PracticeTab]) {
    self.init(.practice(practice), practice.title, tabs)
  }

  init(_ place: Place, _ title: String, _ tabs: [PracticeTab]) {
    self.place = place
    self.title = title
    self.tabs = tabs
    box.expandsHorizontally = true
    box.expandsVertically = true
    if tabs.count > 1 {
      let switcher = SegmentedEditor(wraps: true, tabs.indices.map { ($0, tabs[$0].title) }) {
        [weak self] in self?.choose($0)
      }
      switcher.setName(tr("Views of {practice}", ["practice": title]))
      switcher.widget.tooltip = tr("Alt+1 to Alt+9")
      switcher.widget.horizontalAlignment = .start
      let bar = Box(.horizontal, [switcher.widget])
      bar.addClass("practice-bar")
      box.append(bar)
      self.switcher = switcher
    }
    stack.expandsVertically = true
    stack.isHomogeneous = false
    inspectors.isHomogeneous = false
    box.append(stack)
    show(0)
  }

  func turn(to number: Int) -> Bool {
    guard tabs.count > 1, tabs.indices.contains(number - 1) else { return false }
    choose(number - 1)
    takeFocus()
    return true
  }

  /// The view that is seen.
  var current: (any Page)? { pages[shown] }

  func choose(_ index: Int) {
    guard index != shown else { return }
    endTyping()
    show(index)
    onTurn?()
  }

  private func show(_ index: Int) {
    let page: any Page
    if let known = pages[index] {
      page = known
      if stale.remove(index) != nil { _ = page.follow(WorkspaceChange.wholesale) }
    } else {
      page = tabs[index].make()
      pages[index] = page
      if let say { page.connect(say: say) }
      if let offer { page.connect(offer: offer) }
      stack.add(page.widget, name: "\(index)")
      inspectors.add(page.inspector ?? Box(.vertical), name: "\(index)")
    }
    shown = index
    stack.visibleName = "\(index)"
    inspectors.visibleName = "\(index)"
    switcher?.show(index)
  }

  // MARK: Page

  var widget: Widget { box }
  var inspector: Widget? { current?.inspector == nil ? nil : inspectors }
  var additions: [PageAddition] {
    var all = current?.additions ?? []
    for index in tabs.indices where index != shown {
      all +=
        pages[index]?.additions.map { addition in
          PageAddition(addition.label) { [weak self] in
            self?.choose(index)
            addition.perform()
          }
        } ?? []
    }
    return all
  }
  var bars: [Widget] { current?.bars ?? [] }
  var exportSubject: ExportSubject? { current?.exportSubject }
  var currentRecord: EntityReference? { current?.currentRecord }
  var deletionWords: String? { current?.deletionWords }
  func duplicateRows() -> Bool { current?.duplicateRows() ?? false }
  func copyPicture() { current?.copyPicture() }

  func connect(say: @escaping (String) -> Void) {
    self.say = say
    for page in pages.values { page.connect(say: say) }
  }

  func connect(offer: @escaping (String, String, @escaping () -> Void) -> Void) {
    self.offer = offer
    for page in pages.values { page.connect(offer: offer) }
  }

  var followsUnseen: Bool { false }

  func follow(_ change: WorkspaceChange) -> Bool {
    // What nobody looks at is brought up to date when somebody does.
    stale = Set(pages.keys).subtracting([shown])
    _ = current?.follow(change)
    return true
  }

  func takeFocus() { current?.takeFocus() }

  /// Whether the keyboard is in a grid whose cells have notes.
  func writeNote() -> Bool {
    guard let editor = (current as? GridPage)?.editor, editor.view.containsFocus,
      editor.editing == nil
    else { return false }
    return editor.writeNote()
  }

  /// Turns to one of the views, and there to one of its lists.
  func show(_ index: Int, _ finding: PlanFinding?) {
    guard tabs.indices.contains(index) else { return }
    choose(index)
    takeFocus()
    if let finding { (current as? FindingsPage)?.show(finding) }
  }

  func reveal(_ reference: EntityReference) {
    if let index = tabs.firstIndex(where: { $0.kinds.contains(reference.kind) }) { choose(index) }
    current?.reveal(reference)
  }

  /// Adds a record of a kind in the view where such are kept.
  func add(_ kind: EntityKind) {
    guard let index = tabs.firstIndex(where: { $0.kinds == [kind] }) else { return }
    choose(index)
    current?.additions.first?.perform()
  }

  func commitTyping() { current?.commitTyping() }
  func endTyping() { current?.endTyping() }
  func appearanceChanged(isDark: Bool) {
    for page in pages.values { page.appearanceChanged(isDark: isDark) }
  }
}
