import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A map or a board on the whole screen, with nothing around it.
@MainActor final class PresentationWindow {
  /// After the last motion, in milliseconds.
  static let pointerRest = 2000
  /// For which the position is shown, in milliseconds.
  private static let positionRest = 2500

  let window = Window()
  let canvas = PresentationCanvas()
  var course: PresentationCourse
  let source: any PresentationSource
  let bar: PresentationBar
  private let position = Label("", classes: ["present-position"])
  let positionFrame: Revealer
  private let cornerFrame = Box(.horizontal)
  private let empty = Label("", classes: ["empty-title"])
  private var pages: [PresentationStop: [PresentationPage]] = [:]
  private var startSubject: ItemSubject?
  private var listening: Listening?
  var hidingPointer: Timeout?
  private var hidingPosition: Timeout?
  private let parent: Window
  private var cookie: UInt32?
  private var isClosed = false
  var pointer = Point.zero
  var pressPoint = Point.zero
  var isPointerShown = true
  /// The laser pointer stays on without a button.
  var holdsLaser = false
  /// A wheel turns in parts of a click.
  var turned = 0.0
  /// Nil: as the window is.
  var isDark: Bool?
  var onDarkChosen: ((Bool?) -> Void)?
  var onLeft: (() -> Void)?

  init(
    _ source: any PresentationSource, session: Session, over parent: Window, isDark: Bool?
  ) {
    self.source = source
    self.isDark = isDark
    self.parent = parent
    let start = source.start
    let orders = source.orders
    course = PresentationCourse(
      Dictionary(uniqueKeysWithValues: orders.map { ($0.order, $0.stops) }), order: start.order,
      stop: start.stop)
    startSubject = start.subject
    positionFrame = Revealer(position, motion: .fade)
    var perform: (PresentationBar.Command) -> Void = { _ in }
    bar = PresentationBar(orders: orders.map(\.order), isMirrored: source.isMirrored) {
      perform($0)
    }
    perform = { [weak self] in self?.perform($0) }
    build()
    listening = session.onChange { [weak self] _ in self?.follow() }
  }

  private func build() {
    window.title = tr("Presenting: {title}", ["title": source.title])
    window.addClass("uplift")
    window.addClass("presentation")
    window.setTransient(for: parent)
    window.setDefaultSize(width: max(parent.width, 640), height: max(parent.height, 400))
    let overlay = Overlay(canvas)
    positionFrame.horizontalAlignment = .end
    positionFrame.verticalAlignment = .end
    positionFrame.receivesPointer = false
    positionFrame.setMargins(12)
    empty.horizontalAlignment = .center
    empty.verticalAlignment = .center
    empty.receivesPointer = false
    empty.wraps = true
    overlay.addOverlay(empty)
    cornerFrame.horizontalAlignment = .start
    cornerFrame.verticalAlignment = .end
    cornerFrame.receivesPointer = false
    cornerFrame.setMargins(12)
    overlay.addOverlay(cornerFrame)
    showCorner()
    overlay.addOverlay(positionFrame)
    overlay.addOverlay(bar.widget)
    window.setChild(overlay)
    addKeys()
    addPointer()
    canvas.onSizeChanged = { [weak self] in
      guard let self else { return }
      pages = [:]
      show(from: nil)
    }
    window.onUnmap { [weak self] in self?.closed() }
  }

  func present() {
    window.fillMonitor(of: parent)
    window.present()
    cookie = parent.keepScreenOn(tr("A presentation is being shown"))
    canvas.grabFocus()
    bar.show(rest: PresentationBar.firstRest)
    positionFrame.isRevealed = false
    restPointer()
  }

  func leave() { window.destroy() }

  private func closed() {
    parent.letScreenRest(cookie)
    cookie = nil
    listening = nil
    hidingPointer = nil
    hidingPosition = nil
    guard !isClosed else { return }
    isClosed = true
    let pages = pages(of: course.stop)
    if !source.isGone, let page = pages[bounded: course.page] {
      source.end(at: course.stop, page, isFirst: course.page == 0)
    }
    onLeft?()
  }

  private func showCorner() {
    let corner = source.corner
    if corner?.hasParent != true {
      cornerFrame.removeAll()
      if let corner { cornerFrame.append(corner) }
    }
    cornerFrame.isVisible = corner != nil
  }

  // MARK: Pages

  var theme: Theme { isDark.map { $0 ? .dark : .light } ?? source.theme }

  func pages(of stop: PresentationStop) -> [PresentationPage] {
    if let known = pages[stop] { return known }
    let made = source.pages(of: stop, size: canvas.size, theme: theme)
    pages[stop] = made
    return made
  }

  /// What is presented, or how it looks, is not what it was.
  func refresh() {
    pages = [:]
    window.title = tr("Presenting: {title}", ["title": source.title])
    show(from: nil)
  }

  private func follow() {
    guard !source.isGone else { return leave() }
    pages = [:]
    showCorner()
    course.follow(
      Dictionary(uniqueKeysWithValues: source.orders.map { ($0.order, $0.stops) }),
      pageCount: { pages(of: $0).count })
    refresh()
  }

  func show(from direction: Point?) {
    guard canvas.width > 1 else { return }
    let pages = pages(of: course.stop)
    if let subject = startSubject {
      // Where the selection is, once the size of the screen has said what stands on which page.
      startSubject = nil
      if let page = pages.firstIndex(where: { $0.shows(subject) }) {
        course.go(to: course.stop, page: page)
      }
    }
    let number = min(course.page, pages.count - 1)
    guard let page = pages[bounded: number] else { return }
    if number != course.page { course.go(to: course.stop, page: number) }
    empty.text = source.emptySentence ?? ""
    empty.isVisible = source.emptySentence != nil
    canvas.accent = theme.accent
    canvas.show(page, from: direction)
    let sentence = sentence
    position.text = sentence
    canvas.setAccessibleLabel(sentence)
    window.setAccessibleDescription(sentence)
    updateBar()
    showPosition()
  }

  /// "Stage 2 of 5: Send back".
  var sentence: String { source.sentence(course, pageCount: pages(of: course.stop).count) }

  func updateBar() {
    bar.update(sentence, order: course.order, isOverview: course.stop == .overview)
  }

  /// In a corner, unless the bar says it.
  func showPosition() {
    positionFrame.isRevealed = !bar.isShowing
    hidingPosition = Timeout.after(milliseconds: Self.positionRest) { [weak self] in
      self?.positionFrame.isRevealed = false
    }
  }
}

extension Array {
  fileprivate subscript(bounded index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
