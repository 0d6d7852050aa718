import Foundation
import Gtk
import UpliftCore

/// What a record is connected with: lists to go along, take from and add to.
@MainActor final class LinksEditor {
  let widget = Box(.vertical)
  private let lists = Box(.vertical)
  private let session: Session
  private let go: (EntityReference) -> Void
  private let picker: LinkPicker
  /// Which of the connections it shows; the others another one does.
  enum Part {
    case all
    /// What a record is backed by.
    case sources
    case allButSources
  }

  private let part: Part
  private var subject: EntityReference?
  private var shown: [Row] = []
  private var links: [Link] = []

  private struct Row: Equatable {
    var link: Link
    var other: EntityReference
    var heading: String
    var summary: RecordSummary
  }

  init(
    _ session: Session, part: Part = .all, go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    self.part = part
    self.go = go
    picker = LinkPicker(session, part)
    widget.append(lists)
    widget.append(picker.button)
    picker.button.isSensitive = !session.isReadOnly
    picker.onChosen = { [weak self] role, target in
      guard let self, let subject else { return }
      let own = links.filter { $0.from == subject }
      session.perform(own.adding(role, from: subject, to: target)?.edit)
      refresh()
    }
  }

  func show(_ subject: EntityReference) {
    self.subject = subject
    picker.subject = subject
    refresh()
  }

  /// Reads the links again, and shows them when they are others.
  func refresh() {
    guard let subject else { return }
    links = session.read { try session.workspace.links(of: subject) } ?? []
    let rows = links.compactMap { link -> Row? in
      let isOwn = link.from == subject
      let isSource = isOwn && link.role == .backedBy
      guard part == .all || isSource == (part == .sources) else { return nil }
      let other = isOwn ? link.to : link.from
      guard let summary = session.summary(of: other) else { return nil }
      return Row(
        link: link, other: other,
        heading: isOwn ? Words.name(link.role) : Words.reverse(link.role), summary: summary)
    }
    let sorted = Self.order.flatMap { heading in rows.filter { $0.heading == heading } }
    guard sorted != shown else { return }
    shown = sorted
    rebuild()
  }

  /// What a record comes from, then what it leads to; then the same from the other end.
  private static let order: [String] = {
    let roles: [Link.Role] = [.backedBy, .raisedBy, .leadsTo, .about]
    return roles.map { Words.name($0) } + roles.map { Words.reverse($0) }
  }()

  private func rebuild() {
    lists.removeAll()
    var headings: [String] = []
    for row in shown where !headings.contains(row.heading) { headings.append(row.heading) }
    for heading in headings {
      // One heading stands over all sources, those that are only written down among them.
      if part != .sources {
        let label = Label(heading, classes: ["field-label"])
        label.alignment = 0
        lists.append(label)
      }
      let list = Box(.vertical, spacing: 2)
      list.addClass("field-box")
      list.addClass("link-list")
      for row in shown where row.heading == heading { list.append(line(row)) }
      lists.append(list)
    }
  }

  private func line(_ row: Row) -> Widget {
    let title = Label(row.summary.title)
    title.alignment = 0
    title.wraps = true
    title.setLines(3)
    title.setEllipsis(.end)
    let texts = Box(.vertical, [title])
    if !row.summary.detail.isEmpty {
      let detail = Label(row.summary.detail, classes: ["dim"])
      detail.alignment = 0
      detail.wraps = true
      detail.setLines(2)
      detail.setEllipsis(.end)
      texts.append(detail)
    }
    let button = Button(child: texts)
    button.hasFrame = false
    button.addClass("link-row")
    button.expandsHorizontally = true
    button.setAccessibleLabel(
      tr("{role}: {title}", ["role": row.heading, "title": row.summary.title]))
    button.onClicked { [weak self] in self?.go(row.other) }
    let remove = Button(
      icon: "window-close-symbolic",
      name: tr("Remove the link to “{title}”", ["title": row.summary.title]))
    remove.hasFrame = false
    remove.addClass("link-remove")
    remove.verticalAlignment = .start
    remove.isSensitive = !session.isReadOnly
    remove.onClicked { [weak self] in
      guard let self else { return }
      session.perform(Edit.deleting([row.link.reference]))
      refresh()
    }
    return Box(.horizontal, [button, remove])
  }
}
