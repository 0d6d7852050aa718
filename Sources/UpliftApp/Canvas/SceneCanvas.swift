import Gtk
import UpliftDrawing

/// Shows a scene: as large as its viewport, drawing what is seen of it. Stands in a `CanvasView`.
@MainActor public final class SceneCanvas: DrawnWidget {
  public weak var delegate: (any SceneCanvasDelegate)?
  /// While there is one, keys and presses are its, and nothing is edited or dragged.
  weak var tool: (any CanvasTool)?

  /// What is shown. Items that keep their content are not drawn anew.
  public var scene: Scene? {
    didSet { sceneChanged() }
  }

  /// Of what is selected, focused and pointed at.
  public var accent = Color(hex: 0x2563a8) {
    didSet { queueDraw() }
  }

  /// What is selected; changed with `select`.
  public internal(set) var selection: Set<ItemSubject> = [] {
    didSet { markedCache = nil }
  }
  /// Where the keys are: in the selection when there is one.
  public internal(set) var current: ItemSubject? {
    didSet { markedCache = nil }
  }
  var anchor: ItemSubject?

  var view = SceneView(
    scene: Scene(title: "", size: .zero, items: [], background: Color(hex: 0xffffff)))
  let bands = SceneBands()
  let nodes = NodeCache()
  let tiles = TileCache()
  let dropping = CanvasDropping()
  /// A tile of the current frame is missing, or not as it should be.
  var isIncomplete = false
  var hasDrawnTile = false
  /// The zoom of the last frame that had all its tiles.
  var sharpZoom: Double?
  var finishing: Timeout?
  var travelCache: SceneTravel?
  /// Indices of what is selected and of the current item; nil until somebody asks.
  var markedCache: [Int]?

  var pointer = Point.zero
  var hovered: Int?
  /// Was just dragged, and lies under the pointer still: nothing is said over it.
  var quiet: ItemSubject?
  var isSpaceHeld = false
  var panStart = Point.zero
  /// A rectangle that is being drawn around what is to be selected.
  var rubberBand: RubberBand?
  var dragging: CanvasDragging?
  /// What of it is outside of the window now.
  var draggingOut: CanvasDraggingOut?
  /// What a press on a part of the selection does when it turns out to be no drag.
  var pendingClick: PendingClick?
  var hoverCursor = "default"
  /// The edge of a lane or column that is being dragged, and where it was.
  var resizing: Resizing?
  var resizingStart = 0.0
  var zoomStart = 1.0
  /// Indices of what stays in sight when the scene is scrolled sideways.
  var staying: [Int] = []
  var parted: [ObjectIdentifier: Parted] = [:]
  let measuring = PangoTextMeasuring()
  /// The ring around a stage, as it was drawn last.
  var stageRing: (key: StageRing, content: ItemContent)?
  var motion = 0
  /// What was brought into sight of a view that may have another size by the time it is drawn.
  var revealing: ItemSubject?
  var flashBegan: Int64?
  /// What was just gone to, with how strongly it lights up, 1…0.
  var flashing: (subject: ItemSubject, strength: Double)?
  var fitsWhenAllocated = false
  private var hasBeenPlaced = false

  let keys = KeyController()
  let editor = CanvasEditor()
  var editing: CanvasEditing?
  /// Where one writes is to be brought into sight.
  var looksForCursor = false
  var cursorLook: Timeout?
  /// What Ctrl+A leaves out.
  var standsBack: (ItemSubject) -> Bool = { _ in false }
  /// An input method shows something that it has not committed.
  var isComposing = false
  let saving = PromptSaving()
  private(set) lazy var accessibleItems = AccessibleItems(of: self)
  var accessibilityUpdate: Timeout?

  /// The size of the view changed; the scene stays as it is until this has returned.
  public var onSize: ((Size) -> Void)?
  /// Zoom or place changed; for what shows them.
  public var onViewChanged: (() -> Void)?

  public init() {
    super.init(role: .grid, isScrollable: true)
    isFocusable = true
    takesFocusOnClick = true
    expandsHorizontally = true
    expandsVertically = true
    addPointerControllers()
    addKeyController()
    prepareEditor()
    followPictures()
    addDropping()
    onMap { [weak self] in self?.updateAccessibilitySoon() }
    // What is not on the screen is not read from it.
    onUnmap { [weak self] in self?.updateAccessibleItems() }
  }

  private func sceneChanged() {
    let scene = scene ?? Scene(title: "", size: .zero, items: [], background: view.scene.background)
    if scene.title != view.scene.title { setAccessibleLabel(scene.title) }
    if scene.isMirrored {
      // What grows, grows at the left: what is seen stays where it is.
      let growth = (scene.size.width - view.scene.size.width) * view.zoom
      view.scrolled.x = view.scene.isMirrored ? view.scrolled.x + growth : .greatestFiniteMagnitude
    }
    view.scene = scene
    bands.set(scene, leavesOutStaying: true)
    findStaying()
    keepPictures()
    tiles.sceneChanged()
    travelCache = nil
    markedCache = nil
    pointAtNothing()
    configureAdjustments()
    keepSelection()
    followEditedItem()
    followDrag()
    queueDraw()
    updateAccessibilitySoon()
  }

  public override func draw(_ snapshot: Snapshot) {
    revealing = nil
    drawScene(snapshot, inTiles: isDrawnInSoftware)
    drawDrag(snapshot)
    if let item = item(editing?.subject) {
      // Not over the headers, when somebody scrolls while editing; its ring may touch them.
      snapshot.clipped(to: Rectangle(view.region(of: view.pane(of: item)).inset(-4, -4))) {
        draw(child: editor.widget, snapshot)
        if editor.eye.isVisible { draw(child: editor.eye, snapshot) }
      }
    }
  }

  // MARK: Size

  public override func measure(
    _ orientation: Orientation, forSize: Int
  ) -> (minimum: Int, natural: Int) {
    orientation == .horizontal ? (200, 800) : (150, 600)
  }

  public override func allocate(width: Int, height: Int) {
    let size = Size(Double(max(1, width)), Double(max(1, height)))
    let isResized = view.size != size
    if isResized {
      onSize?(size)
      updateAccessibilitySoon()
    }
    view.size = size
    if !hasBeenPlaced, width > 1 {
      hasBeenPlaced = true
      view.scrolled = view.bounded(startOfScene)
    }
    if fitsWhenAllocated, width > 1 {
      fitsWhenAllocated = false
      fit()
    }
    configureAdjustments()
    if isResized, let revealing { reveal(revealing) }
    placeEditor()
    placeAccessibleItems()
  }

  public override func adjustmentsChanged() {
    view.scrolled = Point(
      horizontalAdjustment?.value ?? 0, verticalAdjustment?.value ?? 0)
    queueDraw()
    if editing != nil { queueAllocate() }
    updateAccessibilitySoon()
    onViewChanged?()
  }

  func configureAdjustments() {
    let content = view.contentSize
    view.scrolled = view.bounded(view.scrolled)
    let scrolled = view.scrolled
    horizontalAdjustment?.configure(
      value: scrolled.x, lower: 0, upper: max(content.width, view.size.width), step: 48,
      page: view.size.width * 0.9, pageSize: view.size.width)
    verticalAdjustment?.configure(
      value: scrolled.y, lower: 0, upper: max(content.height, view.size.height), step: 48,
      page: view.size.height * 0.9, pageSize: view.size.height)
  }

  // MARK: Subjects

  func index(of subject: ItemSubject?) -> Int? {
    guard let subject else { return nil }
    return view.scene.index(of: subject)
  }

  func item(_ subject: ItemSubject?) -> SceneItem? {
    index(of: subject).map { view.scene.items[$0] }
  }

  /// Pixels under the scene for what floats over the canvas.
  var bottomMargin: Double {
    get { view.bottomMargin }
    set { view.bottomMargin = newValue }
  }

  /// What a screen reader says of a subject.
  func words(of subject: ItemSubject?) -> String? { item(subject)?.label }

  /// Where a subject stands, in the canvas's pixels; nil when it is not in the scene.
  public func frame(of subject: ItemSubject) -> Rectangle? {
    item(subject).map { Rectangle(view.frame(of: $0)) }
  }

  var marked: [Int] {
    if let markedCache { return markedCache }
    let marked: [Int]
    if selection.count <= 1, selection.first == nil || selection.first == current {
      // The usual case, without hashing every subject of a large map.
      marked = index(of: current).map { [$0] } ?? []
    } else {
      marked = view.scene.items.indices.filter { index in
        guard let subject = view.scene.items[index].subject else { return false }
        return selection.contains(subject) || subject == current
      }
    }
    markedCache = marked
    return marked
  }

  var travel: SceneTravel {
    if let travelCache { return travelCache }
    let travel = SceneTravel(view.scene) { index in
      let item = view.scene.items[index]
      guard item.role != .decoration, let subject = item.subject else { return false }
      return delegate?.canvas(self, isStop: subject) ?? true
    }
    travelCache = travel
    return travel
  }
}
