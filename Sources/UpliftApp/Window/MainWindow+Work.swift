import Foundation
import Gtk
import UpliftCore

/// The window while its workspace is busy.
extension MainWindow {
  /// Milliseconds after which people are told that something takes its time, and then how often.
  private static let patience = 500
  private static let interval = 100

  func showWork(_ work: LongWork?) {
    // What one would change now would have to wait for the file, and the window with it.
    outer.isSensitive = work == nil
    header.isSensitive = work == nil
    guard let work else {
      watching = nil
      toast.hide()
      returnFocus()
      return
    }
    watching = Timeout.after(milliseconds: Self.patience) { [weak self] in
      guard let self else { return }
      toast.showProgress(work.title) { work.cancel() }
      watching = Timeout.repeating(milliseconds: Self.interval) { [weak self] in
        self?.toast.fraction = work.fraction
        return self != nil
      }
    }
  }
}
