import Foundation
import Gtk
import UpliftCore

/// Why a pain point is there: each of its chains of answers, and a place for the next answer.
@MainActor final class CausesEditor {
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let session: Session
  private let go: (EntityReference) -> Void
  private let heading = Label(tr("Why? What is behind it"), classes: ["field-label"])
  private let chains = Box(.vertical, spacing: 8)
  private let add: Button
  private let title = Label("")
  private var editors: [(chain: Int, editor: ChildRegister<Card, Cause>, widget: Widget)] = []
  private var card: Card?

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    self.go = go
    var action: (() -> Void)?
    add = Button(
      child: Box(.horizontal, spacing: 6, [Image(icon: "list-add-symbolic"), title]))
    add.addClass("add-button")
    add.horizontalAlignment = .start
    add.onClicked { action?() }
    add.isSensitive = !session.isReadOnly
    heading.alignment = 0
    heading.wraps = true
    for child in [heading, chains, add] as [Widget] { box.append(child) }
    box.isVisible = false
    action = { [weak self] in self?.beginChain() }
  }

  /// - Parameter card: nil: it is no pain point.
  func show(_ card: Card?) {
    if self.card?.id != card?.id { clear() }
    self.card = card
    box.isVisible = card != nil
    refresh()
  }

  private func clear() {
    commitTyping()
    for (_, _, widget) in editors { chains.remove(widget) }
    editors = []
  }

  private var causes: [Cause] {
    guard let card else { return [] }
    return (session.read { try session.workspace.registered(Cause.self) } ?? [])
      .filter { $0.cardID == card.id }.inOrder()
  }

  func refresh() {
    guard let card else { return }
    let numbers = Set(causes.map(\.chain)).sorted()
    for (chain, _, widget) in editors where !numbers.contains(chain) { chains.remove(widget) }
    editors.removeAll { !numbers.contains($0.chain) }
    for number in numbers where !editors.contains(where: { $0.chain == number }) {
      let editor = editor(of: number)
      let label = PageParts.dim(tr("Chain {number}", ["number": number]))
      let part = Box(.vertical, spacing: 2, [label, editor.widget])
      chains.append(part)
      editors.append((number, editor, part))
    }
    for (_, editor, _) in editors { editor.show(card) }
    title.text = numbers.isEmpty ? tr("Why?") : tr("Why else? Another chain")
    add.setAccessibleLabel(title.text)
  }

  private func editor(of chain: Int) -> ChildRegister<Card, Cause> {
    ChildRegister(
      session, title: "", addTitle: tr("And why that?"), hidden: ["pain point", "chain"],
      records: { [session] card in
        session.read {
          try session.workspace.registered(Cause.self, where: "cardID", is: card.id)
        } ?? []
      },
      belongs: { $0.cardID == $1.id && $0.chain == chain },
      make: { new, card, all in
        guard all.count < RegisterParts.longestChain else { return nil }
        var new = new
        (new.cardID, new.chain) = (card.id, chain)
        return new
      }, go: go)
  }

  var chainNumbers: [Int] { editors.map(\.chain) }

  func beginChain() {
    guard let card, !session.isReadOnly else { return }
    commitTyping()
    let all = session.read { try session.workspace.registered(Cause.self) } ?? []
    let number = (causes.map(\.chain).max() ?? 0) + 1
    let new = Cause(
      cardID: card.id, rank: .between(all.inOrder().last?.rank, nil), chain: number)
    guard session.perform(Edit(.addCause, [.insert(new)])) else { return }
    refresh()
    editors.first { $0.chain == number }?.editor.open(new.id)
  }

  func commitTyping() { for (_, editor, _) in editors { editor.commitTyping() } }
}
