import Gtk
import UpliftCore

extension JourneyCanvasController {
  /// What can be done with what is selected.
  var menuSections: [[CanvasMenu.Entry]] {
    let references = selectedReferences
    let cards = references.filter { $0.kind == .card }
    var sections: [[CanvasMenu.Entry]] = []
    if references.count == 1 {
      sections.append([.init(tr("Edit")) { [weak self] in _ = self?.canvas.beginEditing() }])
    }
    // What has several sides opens them: all of it must fit below or above the pointer.
    var own: [CanvasMenu.Entry] = []
    if !cards.isEmpty {
      own += [.init(tr("Evidence"), evidenceEntries(cards)), kindEntry(cards)]
    }
    if !linkable.isEmpty {
      own.append(.init(tr("Link to…")) { [weak self] in self?.openLinks() })
    }
    if isAtStep, nestedMapID != nil {
      own.append(.init(tr("Open nested map")) { [weak self] in self?.openNestedMap() })
    }
    if isAtStep {
      own.append(.init(tr("Moment of truth")) { [weak self] in self?.toggleMomentOfTruth() })
    }
    sections.append(own)
    sections.append(clipboardEntries)
    sections.append(laneEntries + emotionEntries)
    let pictures = pictureEntries
    var parts = pictures.count > 1 ? [CanvasMenu.Entry(tr("Picture"), pictures)] : pictures
    if !stageEntries.isEmpty { parts.append(.init(tr("Stage"), stageEntries)) }
    parts.append(.init(tr("Add"), additionEntries))
    sections.append(parts)
    if references.isEmpty {
      sections.append([
        .init(tr("Make future map")) { [weak self] in
          _ = self?.canvas.activateAction("win.make-future")
        }
      ])
    }
    if contents.deleting(references) != nil {
      sections.append([.init(tr("Delete")) { [weak self] in self?.deleteSelection() }])
    }
    return sections
  }

  /// Whether one step is meant: a stage has several, a lane has all.
  var isAtStep: Bool {
    currentStepID != nil && canvas.current?.reference?.kind != .stage
  }

  /// What can be added beside what is selected.
  private var additionEntries: [CanvasMenu.Entry] {
    switch canvas.current?.reference?.kind {
    case .lane, .blueprintLine:
      return [
        .init(tr("Add lane above")) { [weak self] in self?.addLane(isAbove: true) },
        .init(tr("Add lane below")) { [weak self] in self?.addLane() },
      ]
    case .stage:
      return [
        .init(tr("Add step")) { [weak self] in self?.addStep() },
        .init(tr("Add stage")) { [weak self] in self?.addStage() },
      ]
    default:
      guard isAtStep else {
        return [.init(tr("Add stage")) { [weak self] in self?.addStage() }]
      }
      return [
        .init(tr("Add card")) { [weak self] in self?.addCard() },
        .init(tr("Add step")) { [weak self] in self?.addStep() },
        .init(tr("Add stage")) { [weak self] in self?.addStage() },
      ]
    }
  }

  private func evidenceEntries(_ cards: [EntityReference]) -> [CanvasMenu.Entry] {
    EvidenceLevel.allCases.map { level in
      .init(Words.name(level)) { [weak self] in
        guard let self else { return }
        session.perform(
          contents.settingEvidence(of: cards.map(\.id), to: level), saying: tr("Changing…"))
      }
    }
  }

  /// Kinds of which a card can become one; not the one that all of them have.
  private func kindEntry(_ cards: [EntityReference]) -> CanvasMenu.Entry {
    let present = Set(cards.compactMap { contents.cards[$0.id] }.map { contents.kind(of: $0) })
    return .init(
      tr("Turn into"),
      Lane.Kind.ofCards.filter { present != [$0] }.map { kind in
        .init(Words.oneCard(kind)) { [weak self] in self?.convertSelection(to: kind) }
      })
  }

  private var clipboardEntries: [CanvasMenu.Entry] {
    var entries: [CanvasMenu.Entry] = []
    if hasCopyableSelection {
      entries += [
        .init(tr("Cut")) { [weak self] in self?.cut() },
        .init(tr("Copy")) { [weak self] in self?.copy() },
      ]
    }
    entries.append(.init(tr("Paste")) { [weak self] in self?.paste() })
    if canDuplicate {
      entries.append(.init(tr("Duplicate")) { [weak self] in self?.duplicate() })
    }
    if !contents.stages.isEmpty {
      entries.append(.init(tr("Copy as picture")) { [weak self] in self?.copyPicture() })
    }
    return entries
  }

  private var stageEntries: [CanvasMenu.Entry] {
    var entries: [CanvasMenu.Entry] = []
    if canSplitStage {
      entries.append(.init(tr("Split stage here")) { [weak self] in self?.splitStage() })
    }
    if canMergeStage {
      entries.append(.init(tr("Merge with next stage")) { [weak self] in self?.mergeStage() })
    }
    return entries
  }
}
