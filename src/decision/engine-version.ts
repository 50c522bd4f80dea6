/** Version of the arithmetic in this folder. It changes whenever the same model and answers could give another evaluation. */
export const ENGINE_VERSION = '1.0.0';
