import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A step may open another map.
extension JourneyCanvasController {
  /// The map that the current step opens.
  var nestedMapID: UUID? {
    guard let stepID = currentStepID else { return nil }
    return contents.steps.first { $0.id == stepID }?.opensMapID
  }

  /// Shows the map that the current step opens.
  public func openNestedMap() {
    guard let stepID = currentStepID, let mapID = nestedMapID else { return Desktop.beep() }
    canvas.endEditing()
    // Whoever comes back finds the step.
    canvas.select(.record(EntityReference(.step, stepID)), reveals: false)
    onGo?(EntityReference(.journeyMap, mapID))
  }

  func followMark(_ subject: ItemSubject) {
    guard case .nestedMap(let step) = subject else { return }
    canvas.select(.record(step), reveals: false)
    openNestedMap()
  }
}
