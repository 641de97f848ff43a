package widgets

// The roles of the map of the window (contract.md).
const (
	roleButton   = "button"
	roleEntry    = "entry"
	roleRow      = "row"
	roleNavItem  = "navitem"
	roleCheckbox = "checkbox"
	roleSelect   = "select"
	roleLink     = "link"
	roleText     = "text"
	roleBadge    = "badge"
	roleBanner   = "banner"
	roleSheet    = "sheet"
	roleMenuItem = "menuitem"
)

// A Kit makes the controls of one window. Making a control is naming it: every
// constructor takes the id by which the map of the window knows it.
type Kit struct {
	Map  *Map
	Keys *Keys
}

// NewKit returns the kit of a new window.
func NewKit() *Kit { return &Kit{Map: &Map{}, Keys: &Keys{}} }

// Text returns a text the map names; it wraps unless OneLine is called.
func (k *Kit) Text(id string, role TextRole, text string) *Text {
	t := NewText(role, text)
	t.kit, t.id = k, id
	return t
}
