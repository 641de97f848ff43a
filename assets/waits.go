package assets

import (
	_ "embed"
	"encoding/json"
	"sync"
)

//go:embed waits.json
var waitsFile []byte

// A Wait is a published figure on how long employers take.
type Wait struct {
	What   string // what the figure counts: decision, month, fair or process
	Figure int    // days, rounded; of month: people of a hundred
	Place  string // ISO 3166 alpha-2, or "US graduates"
	Source string
	Year   int    // of the survey, or of its publication
	Link   string // where it can be read
}

// Waits returns the published figures, the one that fits most people first.
var Waits = sync.OnceValue(func() []Wait {
	var all []Wait
	if err := json.Unmarshal(waitsFile, &all); err != nil {
		return nil // a test reads the file
	}
	return all
})
