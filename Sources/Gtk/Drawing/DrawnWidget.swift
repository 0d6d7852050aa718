import CGtk

/// A widget that is drawn, measured and laid out in Swift: override the methods below.
///
/// The owner keeps the Swift object; when it is gone, the widget draws nothing.
@MainActor open class DrawnWidget: Widget {
  public internal(set) var horizontalAdjustment: Adjustment?
  public internal(set) var verticalAdjustment: Adjustment?
  private var adjustmentSignals: [SignalID?] = [nil, nil]
  /// It is higher the narrower it is; else both sizes are its own.
  public internal(set) var heightFollowsWidth = false

  /// - Parameter isScrollable: may stand in a `ScrolledWindow` as its own viewport.
  public init(role: AccessibleRole? = nil, isScrollable: Bool = false) {
    super.init(DrawnWidgetType.create(isScrollable: isScrollable))
    DrawnWidgetType.bind(self)
    if let role { setAccessibleRole(role) }
  }

  isolated deinit {
    DrawnWidgetType.unbind(self)
  }

  open func draw(_ snapshot: Snapshot) { drawChildren(snapshot) }

  open func measure(_ orientation: Orientation, forSize: Int) -> (minimum: Int, natural: Int) {
    (0, 0)
  }

  open func allocate(width: Int, height: Int) {}

  /// Somebody scrolled.
  open func adjustmentsChanged() { queueDraw() }

  public func drawChildren(_ snapshot: Snapshot) {
    var child = gtk_widget_get_first_child(pointer())
    while let current = child {
      gtk_widget_snapshot_child(pointer(), current, snapshot.handle)
      child = gtk_widget_get_next_sibling(current)
    }
  }

  public func draw(child: Widget, _ snapshot: Snapshot) {
    gtk_widget_snapshot_child(pointer(), child.pointer(), snapshot.handle)
  }

  /// Puts a child at a place in this widget's coordinates, `scale` times as large as it thinks.
  public func place(
    _ child: Widget, x: Double, y: Double, width: Int, height: Int, scale: Double = 1
  ) {
    var point = graphene_point_t(x: Float(x), y: Float(y))
    var transform = gsk_transform_translate(nil, &point)
    if scale != 1 { transform = gsk_transform_scale(transform, Float(scale), Float(scale)) }
    gtk_widget_allocate(child.pointer(), gint(width), gint(height), -1, transform)
  }

  func setAdjustment(_ adjustment: UnsafeMutableRawPointer?, isHorizontal: Bool) {
    let index = isHorizontal ? 0 : 1
    if let old = isHorizontal ? horizontalAdjustment : verticalAdjustment,
      let signal = adjustmentSignals[index]
    {
      old.disconnect(signal)
      adjustmentSignals[index] = nil
    }
    let new = adjustment.map { Adjustment($0) }
    if isHorizontal { horizontalAdjustment = new } else { verticalAdjustment = new }
    adjustmentSignals[index] = new?.onValueChanged { [weak self] in self?.adjustmentsChanged() }
    queueAllocate()
  }
}
