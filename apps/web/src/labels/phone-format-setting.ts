/** Where phones that write HEIC or AVIF are set to JPEG, by the names of their own menus. */
export const phoneFormatSetting =
  'On an iPhone choose Settings, Camera, Formats, “Most Compatible”. On an Android phone switch off “High efficiency pictures” (HEIF) in the camera’s settings.';
