/** Pictures of every screen of the window, to look at: a program of its own, on the headless platform. Its thread acts as a person does. */
package hearth.client.screenshots;
