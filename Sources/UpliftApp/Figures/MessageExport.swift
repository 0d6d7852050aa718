import Gtk
import UpliftCore

/// In the details of a message: it goes out as a text or a web page.
@MainActor final class MessageExport: RegisterDetailsPart {
  let title = ""
  private let button = Button(label: tr("Export this message…"))
  private var message: Message?
  var widget: Widget { button }

  init(_ export: @escaping (ExportSubject) -> Void) {
    button.addClass("small-text-button")
    button.horizontalAlignment = .start
    button.tooltip = tr("As Markdown or HTML for an intranet, or as a PDF")
    button.onClicked { [weak self] in
      if let message = self?.message { export(.message(message.id)) }
    }
  }

  func show(_ record: Message) { message = record }
}
