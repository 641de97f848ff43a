// Package widgets holds Afterword's own controls, its theme and the map of the
// window. It talks to Fyne alone: it knows colours, words and places, and
// nothing about interviews, so it imports no other package of Afterword and
// every word it shows comes ready from the caller.
//
// Screens make controls through a Kit, so that a control is named in the map
// of the window the moment it exists:
//
//	kit.Button("detail.primary", "Write thank-you", s.write).Primary().Icon(widgets.IconEnvelope)
//
// The map is not a list to keep in step: it is read from the live tree, where
// each control carries its own name. A control that is gone leaves nothing behind.
package widgets
