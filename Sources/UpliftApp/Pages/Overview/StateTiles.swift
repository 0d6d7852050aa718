import Gtk
import UpliftCore

/// The state of every practice, a tile each; a click or Enter goes to its page. Those that nobody has
/// begun with stand beneath, smaller.
@MainActor final class StateTiles {
  private static let mostColumns = 4

  private let go: (PracticeStates.Subject) -> Void
  private let box = Box(.vertical, spacing: 8)
  private var buttons: [PracticeStates.Subject: Button] = [:]
  /// They draw as long as somebody keeps them.
  private var lines: [Sparkline] = []
  private var shown: PracticeStates?
  private var isDark: Bool
  /// The one that somebody went to last.
  private var current: PracticeStates.Subject?

  var widget: Widget { box }

  init(isDark: Bool, go: @escaping (PracticeStates.Subject) -> Void) {
    self.isDark = isDark
    self.go = go
  }

  func show(_ states: PracticeStates) {
    guard states != shown else { return }
    shown = states
    fill()
  }

  func appearanceChanged(isDark: Bool) {
    guard isDark != self.isDark else { return }
    self.isDark = isDark
    fill()
  }

  private func fill() {
    guard let states = shown else { return }
    let focused = buttons.first { $0.value.isFocused }?.key
    box.removeAll()
    buttons = [:]
    lines = []
    for heading in PracticeStates.Heading.allCases {
      let label = Label(heading.title, classes: ["state-heading"])
      label.alignment = 0
      box.append(label)
      add(states.begun(heading), heading)
      add(waiting: states.waiting(heading))
    }
    if let focused { buttons[focused]?.grabFocus() }
  }

  private func add(_ states: [PracticeStates.State], _ heading: PracticeStates.Heading) {
    guard !states.isEmpty else { return }
    let flow = FlowBox(rowSpacing: 8, columnSpacing: 8)
    flow.setHomogeneous(true)
    flow.setChildrenPerLine(minimum: 1, maximum: Self.mostColumns)
    flow.setAccessibleLabel(heading.title)
    for state in states { flow.appendControl(tile(state)) }
    box.append(flow)
  }

  private func tile(_ state: PracticeStates.State) -> Button {
    let name = text(state.subject.title, "state-name")
    name.expandsHorizontally = true
    let figure = text(state.figure, "state-figure")
    figure.expandsHorizontally = true
    let head = Box(.horizontal, spacing: 8, [figure])
    if let trend = state.trend {
      let line = Sparkline(trend.values, isDark: isDark)
      line.verticalAlignment = .center
      lines.append(line)
      head.append(line)
    }
    let top = Box(.horizontal, spacing: 6, [name])
    if state.wantsAttention {
      // Colour alone says nothing to some.
      let mark = Image(icon: "dialog-warning-symbolic")
      mark.addClass("state-mark")
      mark.setAccessibleRole(.presentation)
      top.append(mark)
    }
    let contents = Box(.vertical, spacing: 1, [top, head])
    if !state.meaning.isEmpty { contents.append(text(state.meaning, "state-meaning")) }
    let detail = [state.detail, state.size].filter { !$0.isEmpty }
    contents.append(text(detail.joined(separator: " · "), "dim"))
    let button = Button(child: contents)
    button.addClass("page-card")
    button.addClass("state-tile")
    button.setClass("calling", state.wantsAttention)
    button.tooltip = [state.rule, state.trend?.sentence ?? ""].filter { !$0.isEmpty }
      .joined(separator: "\n\n")
    button.setAccessibleLabel(
      state.wantsAttention
        ? [state.sentence, tr("wants somebody")].joined(separator: ", ") : state.sentence)
    button.setAccessibleDescription(state.rule)
    connect(button, state.subject)
    return button
  }

  private func text(_ text: String, _ style: String) -> Label {
    let label = Label(text, classes: [style])
    label.alignment = 0
    label.wraps = true
    // A tile is about as wide as this, whatever stands in it.
    label.setWidthInCharacters(minimum: 6, maximum: 22)
    return label
  }

  private func add(waiting states: [PracticeStates.State]) {
    guard !states.isEmpty else { return }
    let flow = FlowBox(rowSpacing: 4, columnSpacing: 4)
    flow.setChildrenPerLine(minimum: 1, maximum: 6)
    flow.setAccessibleLabel(tr("Not begun yet"))
    let label = Label(tr("Not begun yet:"), classes: ["dim"])
    label.alignment = 0
    flow.appendControl(label)
    for state in states {
      let name = Label(state.subject.title)
      name.setEllipsis(.end)
      let button = Button(child: name)
      button.hasFrame = false
      button.addClass("add-button")
      button.setAccessibleLabel(state.sentence)
      connect(button, state.subject)
      flow.appendControl(button)
    }
    box.append(flow)
  }

  private func connect(_ button: Button, _ subject: PracticeStates.Subject) {
    buttons[subject] = button
    button.onClicked { [weak self] in
      self?.current = subject
      self?.go(subject)
    }
  }

  /// The tile that somebody went to last; false when there is none.
  func takeFocus() -> Bool {
    guard let current else { return false }
    self.current = nil
    return buttons[current]?.grabFocus() ?? false
  }

  func takeFocus(_ subject: PracticeStates.Subject) { buttons[subject]?.grabFocus() }
  func activate(_ subject: PracticeStates.Subject) {
    current = subject
    go(subject)
  }
}

extension PracticeStates.Subject {
  /// Where it is kept.
  func place(in outline: WorkspaceOutline) -> Place? {
    switch self {
    case .journeyMaps:
      (outline.journeyMaps.first { $0.state == .current } ?? outline.journeyMaps.first)
        .map { .journey($0.id) }
    case .groups, .meetings, .recommendations: outline.groups.first.map { .group($0.id) }
    case .customerVoice, .initiatives: .initiatives
    case .metrics: .metrics
    case .dialogues: .dialogues
    case .promises: .promises
    case .barriers: .barriers
    case .standards: .practice(.standards)
    case .departments: .practice(.departments)
    case .rootCauses: .practice(.rootCauses)
    case .vision: .practice(.vision)
    case .gutAndData, .priorities: .practice(.priorities)
    case .resources: .practice(.resources)
    case .breakdowns: .practice(.breakdowns)
    case .wayUp: .practice(.wayUp)
    case .training: .practice(.training)
    case .communication: .practice(.communication)
    case .roles: .practice(.roles)
    case .culture: .practice(.culture)
    case .profitChain, .turnover: .practice(.profitChain)
    case .recognition: .practice(.recognition)
    case .talent: .practice(.talent)
    case .readiness: .practice(.readiness)
    }
  }
}
