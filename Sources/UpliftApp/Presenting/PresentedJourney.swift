import Foundation
import UpliftCore
import UpliftDrawing

/// A map that is presented, from the canvas that shows it.
@MainActor final class PresentedJourney: PresentationSource {
  private let controller: JourneyCanvasController
  private var contents: JourneyContents { controller.contents }

  init(_ controller: JourneyCanvasController) { self.controller = controller }

  var title: String {
    contents.map.title.isEmpty ? tr("Untitled map") : contents.map.title
  }
  var emptySentence: String? { contents.stages.isEmpty ? tr("This map is empty") : nil }
  var theme: Theme { controller.theme }
  var isMirrored: Bool { controller.canvas.scene?.isMirrored ?? false }
  var isGone: Bool {
    !controller.session.outline.journeyMaps.contains { $0.id == controller.mapID }
  }

  var orders: [(order: PresentationOrder, stops: [PresentationStop])] {
    [
      (.stages, JourneyPresentation.stages(of: contents)),
      (.lanes, JourneyPresentation.lanes(of: contents)),
    ]
  }

  func name(of stop: PresentationStop) -> String {
    switch stop {
    case .stage(let id): contents.stages.first { $0.id == id }?.title ?? ""
    case .lane(let id): contents.lanes.first { $0.id == id }.map(JourneyWords.title(of:)) ?? ""
    case .overview, .column, .cluster, .ranking: title
    }
  }

  func pages(of stop: PresentationStop, size: Size, theme: Theme) -> [PresentationPage] {
    guard let measuring = controller.measuring else { return [] }
    return JourneyPresentation(contents, measuring: measuring, theme: theme, size: size)
      .pages(of: stop)
  }

  var start: (order: PresentationOrder, stop: PresentationStop, subject: ItemSubject?) {
    guard !controller.canvas.selection.isEmpty, let subject = controller.canvas.current else {
      return (.stages, .overview, nil)
    }
    if case .record(let reference) = subject {
      if reference.kind == .lane { return (.lanes, .lane(reference.id), subject) }
      if reference.kind == .stage { return (.stages, .stage(reference.id), subject) }
    }
    guard let stepID = controller.currentStepID,
      let step = contents.steps.first(where: { $0.id == stepID })
    else { return (.stages, .overview, nil) }
    return (.stages, .stage(step.stageID), subject)
  }

  func end(at stop: PresentationStop, _ page: PresentationPage, isFirst: Bool) {
    if let current = controller.canvas.current, controller.canvas.selection.contains(current),
      page.shows(current)
    {
      return controller.canvas.reveal(current)
    }
    switch stop {
    case .overview, .column, .cluster, .ranking: break
    case .lane(let id): controller.select(EntityReference(.lane, id))
    case .stage(let id):
      let step = page.seenItems.first { $0.item.role == .stepHeader }?.item.subject?.reference
      controller.select(isFirst ? EntityReference(.stage, id) : step ?? EntityReference(.stage, id))
    }
  }
}
