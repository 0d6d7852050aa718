import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Shows a picture and takes another one: chosen, dropped or pasted.
@MainActor final class PictureEditor: Editor {
  private let frame: Box
  var widget: Widget { frame }

  private let session: Session
  private let view: PictureView
  private let button: Button
  private let chooseButton = Button(label: "")
  private let removeButton = Button(label: tr("Remove"))
  private let saveButton = Button(label: tr("Save as…"))
  private let isRound: Bool
  private var picture: StoredPicture?
  private var name = ""
  private var isEditable = true
  private let save: (StoredPicture?) -> Void
  /// A file is about to be chosen.
  var onChoose: (() -> Void)?

  /// - Parameters:
  ///   - side: logical pixels.
  ///   - save: a new picture, or none.
  init(_ session: Session, side: Int, isRound: Bool, save: @escaping (StoredPicture?) -> Void) {
    self.session = session
    self.isRound = isRound
    self.save = save
    view = PictureView(side: side, isRound: isRound)
    button = Button(child: view)
    button.addClass("picture-button")
    let buttons = Box(isRound ? .vertical : .horizontal, spacing: 6)
    for part in [chooseButton, saveButton, removeButton] {
      part.addClass("small-text-button")
      buttons.append(part)
    }
    buttons.verticalAlignment = .center
    frame = Box(isRound ? .horizontal : .vertical, spacing: 8, [button, buttons])
    button.onClicked { [weak self] in self?.choose() }
    chooseButton.onClicked { [weak self] in self?.choose() }
    removeButton.onClicked { [weak self] in self?.save(nil) }
    saveButton.onClicked { [weak self] in
      guard let self, let picture else { return }
      PictureChooser.save(picture, name: name, over: frame, session)
    }
    addDropping()
    addPasting()
    show(nil, name: "")
  }

  private func addDropping() {
    let target = DropTarget()
    target.onMotion { [weak self] _, _ in
      guard let self, isEditable else { return false }
      button.addClass("drop-here")
      return true
    }
    target.onLeave { [weak self] in self?.button.removeClass("drop-here") }
    target.onDrop { [weak self] content, _, _ in
      guard let self, isEditable else { return false }
      switch content {
      case .files(let urls):
        guard let url = urls.first else { return false }
        take(.file(url))
      case .picture(let texture):
        guard let data = texture.png else { return false }
        take(.data(data))
      case .text: return false
      }
      return true
    }
    frame.addController(target)
  }

  private func addPasting() {
    let keys = KeyController()
    keys.onPressed { [weak self] key, modifiers in
      guard let self, isEditable, key.lowercased == .character("v"), modifiers == .control,
        let clipboard = Clipboard.standard
      else { return false }
      switch clipboard.pictureOffer {
      case nil: return false
      case .picture:
        clipboard.readPicture { [weak self] data in
          if let data { return self?.take(.data(data)) ?? () }
          self?.session.report(
            PictureError(name: tr("What is on the clipboard"), problem: .broken))
        }
      case .files:
        clipboard.readFiles { [weak self] urls in
          if let url = urls.first { self?.take(.file(url)) }
        }
      }
      return true
    }
    button.addController(keys)
  }

  private func choose() {
    guard isEditable else { return }
    onChoose?()
    PictureChooser.open(over: frame) { [weak self] url in self?.take(.file(url)) }
  }

  func take(_ origin: PictureOrigin) {
    let save = save
    let session = session
    PictureReader.read([origin], in: session) { pictures, problem in
      if let picture = pictures.first { save(picture) }
      if let problem { session.report(problem) }
    }
  }

  /// - Parameters:
  ///   - name: of what it shows; for the screen reader and for a file's name.
  ///   - initials: where there is no picture.
  func show(_ picture: StoredPicture?, name: String, initials: String = "") {
    self.picture = picture
    self.name = name
    let label =
      isRound ? tr("Portrait of {name}", ["name": name]) : tr("Picture: {name}", ["name": name])
    view.show(picture, initials: initials, label: label)
    button.isVisible = isRound || picture != nil
    button.tooltip = tr("Choose, drop or paste a picture (PNG, JPEG, SVG)")
    button.setAccessibleLabel(label)
    chooseButton.label =
      picture != nil ? tr("Replace…") : isRound ? tr("Add portrait…") : tr("Add picture…")
    removeButton.isVisible = picture != nil
    saveButton.isVisible = picture != nil
  }

  func setName(_ name: String) {}

  func setEditable(_ isEditable: Bool) {
    self.isEditable = isEditable
    chooseButton.isSensitive = isEditable
    removeButton.isSensitive = isEditable
  }
}
