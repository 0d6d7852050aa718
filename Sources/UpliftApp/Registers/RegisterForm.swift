import Foundation
import Gtk
import UpliftCore

/// A record of a register as a form: every column is a field with its name above it.
@MainActor final class RegisterForm<Record: Ranked> {
  let form: Form
  var widget: Widget { form.box }
  private let session: Session
  private let register: Register<Record>
  private let go: (EntityReference) -> Void
  private var record: Record?
  /// Under the fields of days: what is wrong with them.
  private(set) var dayFaults: [Label] = []
  private var fields: [(_ record: Record, _ isNew: Bool) -> Void] = []

  init(
    _ session: Session, _ register: Register<Record>, go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    self.register = register
    self.go = go
    form = Form(isEditable: !session.isReadOnly)
    for (place, column) in register.columns.enumerated() {
      add(column, isTitle: place == 0)
    }
  }

  /// What is typed for another one is saved before.
  func show(_ record: Record) {
    let isNew = self.record?.id != record.id
    if isNew { form.commitTyping() }
    self.record = record
    for field in fields { field(record, isNew) }
  }

  func commitTyping() { form.commitTyping() }

  /// - Returns: why the text was refused; nil when it was not.
  private func save(
    _ text: String, _ column: RegisterColumn<Record>, typing: UUID? = nil
  ) -> String? {
    guard let record,
      let now = session.read({ try session.workspace.record(record.reference) }) as? Record
    else { return nil }
    guard let edit = column.edit(now, text, typing: typing) else {
      return column.refusal(of: text, in: now)
    }
    session.perform(register.completed(edit))
    return nil
  }

  private func add(_ column: RegisterColumn<Record>, isTitle: Bool) {
    switch column.kind {
    case .computed: addComputed(column)
    case .yesNo: addSwitch(column)
    case .choice: addChoice(column)
    case .rating: addRating(column)
    case .several: addSeveral(column)
    case .link: addLink(column)
    case .longText: addText(column)
    // A title is one line, however long: Enter keeps it.
    case .text where isTitle: addText(column, isTitle: true)
    default: addLine(column)
    }
  }

  private func addText(_ column: RegisterColumn<Record>, isTitle: Bool = false) {
    let editor = TextEditor(isTitle: isTitle) { [weak self] text, typing in
      _ = self?.save(text, column, typing: typing)
    }
    form.add(column.title, editor)
    fields.append { record, isNew in
      isNew ? editor.begin(column.text(record)) : editor.show(column.text(record))
    }
  }

  private func addLine(_ column: RegisterColumn<Record>) {
    let editor = CheckedLineEditor(
      takes: { [weak self] text in self?.record.map { column.fits(text, in: $0) } ?? true }
    ) { [weak self] text, typing in
      self?.save(text, column, typing: typing)
    }
    if column.completes { NameCompletion.add(to: editor.line.entry, column.choices()) }
    form.add(column.title, editor)
    let mark = PageParts.dim(column.rule)
    mark.addClass("field-mark")
    form.append(mark)
    let fault = Label("", classes: ["field-error"])
    fault.alignment = 0
    fault.wraps = true
    fault.isVisible = false
    if column.kind == .day {
      form.append(fault)
      dayFaults.append(fault)
    }
    fields.append { record, isNew in
      isNew ? editor.begin(column.text(record)) : editor.show(column.text(record))
      mark.isVisible = !column.rule.isEmpty && column.isMarked(record)
      guard column.kind == .day else { return }
      let sentence = DayFaults.sentence(of: record, at: column.title) ?? ""
      fault.text = sentence
      fault.isVisible = !sentence.isEmpty
      editor.line.entry.setAccessibleDescription(sentence)
    }
  }

  private func addSwitch(_ column: RegisterColumn<Record>) {
    let choices = column.choices()
    let editor = SwitchEditor(column.title) { [weak self] isOn in
      _ = self?.save(isOn ? choices.first ?? "" : choices.last ?? "", column)
    }
    form.add(editor)
    fields.append { record, _ in editor.show(column.text(record) == choices.first) }
  }

  private func addChoice(_ column: RegisterColumn<Record>) {
    let editor = ChoiceEditor<String> { [weak self] text in _ = self?.save(text, column) }
    form.add(column.title, editor)
    let arrow = Button(label: tr("Go there"))
    arrow.addClass("small-text-button")
    arrow.horizontalAlignment = .start
    arrow.isVisible = false
    arrow.onClicked { [weak self] in
      guard let self, let target = record.flatMap(column.target) else { return }
      go(target)
    }
    let making = column.making().map { NewChoice($0) }
    making?.onMade = { [weak self] name in self?.make(name, column) }
    making?.button.isSensitive = !session.isReadOnly
    let row = WrapBox(rowSpacing: 4, columnSpacing: 6, minimumWidth: 120)
    if column.leads { row.append(arrow) }
    if let making {
      row.append(making.button)
      form.keep(making)
    }
    if column.leads || making != nil { form.append(row) }
    fields.append { record, _ in
      editor.show(
        column.text(record), of: column.choices().map { ($0, $0.isEmpty ? tr("none") : $0) })
      arrow.isVisible = column.target(record) != nil
    }
  }

  /// Makes what was not there to be chosen.
  private func make(_ name: String, _ column: RegisterColumn<Record>) {
    guard let record else { return }
    session.perform(register.completed(column.edit(making: name, chosenBy: [record])))
  }

  private func addRating(_ column: RegisterColumn<Record>) {
    let choices = column.choices()
    let editor = SegmentedEditor(choices.map { ($0, $0.isEmpty ? "–" : $0) }) {
      [weak self] text in _ = self?.save(text, column)
    }
    form.add(column.title, editor)
    fields.append { record, _ in editor.show(column.text(record)) }
  }

  private func addSeveral(_ column: RegisterColumn<Record>) {
    form.heading(column.title)
    let chooser = SeveralChooser(column.title, offer: column.making()?.offer)
    chooser.onMade = { [weak self] name in self?.make(name, column) }
    chooser.box.isSensitive = !session.isReadOnly
    chooser.onChosen = { [weak self] chosen in
      _ = self?.save(chosen.joined(separator: "; "), column)
    }
    // Many departments must not push everything else away.
    let scroller = ScrolledWindow(chooser.box)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setPropagatesNaturalSize(width: false, height: true)
    form.append(scroller)
    form.keep(chooser)
    fields.append { record, isNew in
      chooser.show(column.text(record).components(separatedBy: "; "), of: column.choices())
      if isNew { chooser.begin() }
      // What scrolls gets no more than its least height beside what does not.
      let height = min(Self.severalHeight, chooser.lines * Self.lineHeight)
      scroller.setContentSize(minimumHeight: height, maximumHeight: Self.severalHeight)
    }
  }

  /// Logical pixels.
  private static var severalHeight: Int { 200 }
  private static var lineHeight: Int { 26 }

  private func addLink(_ column: RegisterColumn<Record>) {
    form.heading(column.title)
    let target = Label()
    target.alignment = 0
    target.wraps = true
    let go = Button(child: target)
    go.addClass("link-row")
    go.hasFrame = false
    go.horizontalAlignment = .start
    go.onClicked { [weak self] in
      guard let self, let target = record.flatMap(column.target) else { return }
      self.go(target)
    }
    let search = LinkSearch(session, .sources)
    search.kinds = Set(column.linkKinds)
    let popover = Popover(search.widget)
    popover.addClass("search-popover")
    popover.onMap { search.begin() }
    let choose = MenuButton(label: tr("Choose…"))
    choose.addClass("add-link")
    choose.hasFrame = false
    choose.setPopover(popover)
    let clear = Button(label: tr("Take the link away"))
    clear.addClass("small-text-button")
    let set = { [weak self] (target: EntityReference?) in
      guard let self, let record, let setTarget = column.setTarget else { return }
      session.perform(
        register.completed(Edit.changing(record) { _ = setTarget(&$0, target) }))
    }
    clear.onClicked { set(nil) }
    search.onStop = { [weak popover] in popover?.popDown() }
    search.onChosen = { [weak popover] _, target in
      popover?.popDown()
      set(target)
    }
    choose.keep(popover)
    let row = Box(.horizontal, spacing: 6, [choose, clear])
    row.isSensitive = !session.isReadOnly
    form.append(go)
    form.append(row)
    fields.append { record, _ in
      let text = column.text(record)
      go.isVisible = !text.isEmpty
      target.text = text
      go.setAccessibleLabel(tr("Go to {text}", ["text": text]))
      clear.isVisible = !text.isEmpty
    }
  }

  private func addComputed(_ column: RegisterColumn<Record>) {
    form.heading(column.title)
    let label = Label("", classes: ["computed-value"])
    label.alignment = 0
    label.wraps = true
    let rule = PageParts.dim(column.rule)
    rule.addClass("notice-rule")
    rule.isVisible = !column.rule.isEmpty
    form.append(label)
    form.append(rule)
    fields.append { record, _ in
      let text = column.text(record)
      label.text = text.isEmpty ? "–" : text
      label.setClass("marked", column.isMarked(record))
    }
  }
}

/// A line of text that may be refused, in a sentence under it; it stays there to be mended.
@MainActor final class CheckedLineEditor: Editor {
  private let frame = Box(.vertical, spacing: 4)
  private let refusal = Label("", classes: ["field-error"])
  let line: LineEditor
  var widget: Widget { frame }
  private let check: Check

  /// - Parameters:
  ///   - takes: whether it takes a text; where it does not, what was there before stays.
  ///   - save: gives why it was refused; nil when it was not.
  init(
    takes: @escaping (String) -> Bool, save: @escaping (String, _ typing: UUID) -> String?
  ) {
    let check = Check()
    self.check = check
    line = LineEditor(takes: takes) { text, typing in check.shown?(save(text, typing)) }
    refusal.wraps = true
    refusal.alignment = 0
    refusal.isVisible = false
    line.entry.expandsHorizontally = true
    frame.append(line.entry)
    frame.append(refusal)
    check.shown = { [weak self] sentence in self?.show(refusal: sentence) }
  }

  private func show(refusal sentence: String?) {
    // What does not fit may be the beginning of what does.
    if sentence != nil, line.isTyping { return }
    refusal.text = sentence ?? ""
    refusal.isVisible = sentence != nil
    line.entry.setClass("error", sentence != nil)
    line.entry.setAccessibleDescription(sentence ?? "")
  }

  func show(_ text: String) { line.show(text) }

  func begin(_ text: String) {
    line.begin(text)
    show(refusal: nil)
  }

  func setName(_ name: String) { line.setName(name) }
  func setEditable(_ isEditable: Bool) { line.setEditable(isEditable) }
  func commitTyping() { line.commitTyping() }

  private final class Check {
    var shown: ((String?) -> Void)?
  }
}
