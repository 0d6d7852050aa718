import Foundation
import Gtk
import UpliftCore

/// What the columns of a table of answers mean, as fields.
@MainActor final class SurveyForm {
  let widget = Box(.vertical, spacing: 6)
  private(set) var mapping: SurveyMapping
  private var chosenMetric: Metric
  var onChange: () -> Void = {}
  /// Enter was pressed in the name.
  var onEnter: () -> Void = {}

  private let file: SurveyFile
  private let new: Set<UUID>
  /// Of a metric that is made.
  let name: Entry
  private let nameBox: Box
  private var onlyWithDate: [Box] = []
  private let dayNote = PageParts.dim()
  private let total = CheckButton(label: tr("Also all segments together"))
  private let leaving = CheckButton(label: tr("Leave out rows that cannot be read"))
  private let replacing = CheckButton(wrapping: tr("Replace readings that are there"))

  /// - Parameters:
  ///   - metrics: those that there are, and then those that could be made, called by the file.
  ///   - new: the ids of the latter.
  ///   - chosen: the place of the metric in them.
  init(
    _ file: SurveyFile, metrics: [(metric: Metric, title: String)], new: Set<UUID>, chosen: Int,
    today: CalendarDay
  ) {
    self.file = file
    self.new = new
    chosenMetric = metrics[chosen].metric
    let title = metrics.first { new.contains($0.metric.id) }?.metric.title ?? ""
    name = Entry(title)
    name.setPlaceholder(title)
    let nameLabel = Label(tr("Name of the new metric"), classes: ["field-label"])
    nameLabel.alignment = 0
    nameLabel.setTarget(name)
    nameBox = Box(.vertical, [nameLabel, name])
    mapping =
      file.guess(for: metrics[chosen].metric, today: today)
      ?? SurveyMapping(score: 0, day: today)
    choice(tr("Metric"), metrics.map(\.title), chosen) { $0.chosenMetric = metrics[$1].metric }
    widget.append(nameBox)
    name.onActivate { [weak self] in self?.onEnter() }
    choice(tr("Answers"), file.headings, mapping.score) { $0.mapping.score = $1 }
    let none = [tr("none")] + file.headings
    choice(tr("Date"), none, (mapping.date ?? -1) + 1) { form, place in
      form.mapping.date = place == 0 ? nil : place - 1
      if place > 0, let order = file.dayOrder(of: place - 1) { form.mapping.order = order }
    }
    let orders = DayOrder.allCases
    onlyWithDate.append(
      choice(
        tr("Dates are written"), orders.map(\.title),
        orders.firstIndex(of: mapping.order) ?? 0
      ) { $0.mapping.order = orders[$1] })
    dayNote.addClass("field-hint")
    widget.append(dayNote)
    let grains = SurveyGrain.allCases
    onlyWithDate.append(
      choice(
        tr("A reading for each"), grains.map(\.title), grains.firstIndex(of: mapping.grain) ?? 0
      ) { $0.mapping.grain = grains[$1] })
    choice(tr("Segment"), none, (mapping.segment ?? -1) + 1) { form, place in
      form.mapping.segment = place == 0 ? nil : place - 1
    }
    total.isActive = mapping.hasTotal
    total.onToggled { [weak self] in
      guard let self else { return }
      mapping.hasTotal = total.isActive
      changed()
    }
    leaving.onToggled { [weak self] in
      guard let self else { return }
      mapping.leavesOutBadRows = leaving.isActive
      changed()
    }
    replacing.onToggled { [weak self] in
      guard let self else { return }
      mapping.replaces = replacing.isActive
      changed()
    }
    // Nothing that is there gives way unless somebody says so.
    mapping.replaces = false
    for check in [total, leaving, replacing] { widget.append(check) }
    for check in [leaving, replacing] { check.isVisible = false }
    refresh()
  }

  /// A new one is called as the field says; by the file where that is empty.
  var metric: Metric {
    var metric = chosenMetric
    let title = name.text.trimmingCharacters(in: .whitespacesAndNewlines)
    if new.contains(metric.id), !title.isEmpty { metric.title = title }
    return metric
  }

  @discardableResult
  private func choice(
    _ title: String, _ values: [String], _ selected: Int,
    _ choose: @escaping (SurveyForm, Int) -> Void
  ) -> Box {
    let box = ChoiceField.make(title, values, selected: selected) { [weak self] place in
      guard let self else { return }
      choose(self, place)
      changed()
    }
    widget.append(box)
    return box
  }

  private func changed() {
    refresh()
    onChange()
  }

  /// Leaving out rows is offered when there are some.
  func offerLeavingOut(_ isOffered: Bool) {
    leaving.isVisible = isOffered || mapping.leavesOutBadRows
  }

  /// Replacing readings is offered when some are there already.
  func offerReplacing(_ isOffered: Bool) {
    replacing.isVisible = isOffered || mapping.replaces
  }

  private func refresh() {
    nameBox.isVisible = new.contains(chosenMetric.id)
    for box in onlyWithDate { box.isVisible = mapping.date != nil }
    total.isVisible = mapping.segment != nil
    let example = mapping.date.flatMap { file.example(of: $0) }
    let day = example.flatMap { mapping.order.day($0) }
    dayNote.isVisible = mapping.date != nil
    dayNote.text =
      example.map { example in
        day.map {
          tr("“{text}” is {day}.", ["text": example, "day": $0.description])
        } ?? tr("“{text}” is no such date.", ["text": example])
      } ?? ""
    dayNote.setClass("field-error", example != nil && day == nil)
  }
}
